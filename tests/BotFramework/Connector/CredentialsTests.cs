using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;

namespace LibraryBot.Tests.BotFramework.Connector;

public class CredentialsTests
{
    [Theory]
    [InlineData(null, "id", "secret", null)]
    [InlineData("MultiTenant", "id", "secret", null)]
    [InlineData("singletenant", "id", "secret", "tenant")]
    [InlineData("UserAssignedMsi", "id", null, null)]
    public async Task EachTypeOfAppIsItself(string? type, string id, string? password, string? tenant)
    {
        var factory = Factory(type, id, password, tenant);
        Assert.True(await factory.IsValidAppIdAsync("id", default));
        Assert.False(await factory.IsValidAppIdAsync("ID", default));
        Assert.False(await factory.IsValidAppIdAsync(string.Empty, default));
        Assert.False(await factory.IsAuthenticationDisabledAsync(default));
        var credentials = await factory.CreateCredentialsAsync("id", "https://api.botframework.com", null, true, default);
        Assert.Equal("id", Assert.IsAssignableFrom<AppCredentials>(credentials).MicrosoftAppId);
        Assert.Same(credentials, await factory.CreateCredentialsAsync("id", "https://api.botframework.com", null, true, default));
    }

    [Theory]
    [InlineData("SingleTenant", "id", "secret", null)]
    [InlineData("SingleTenant", "id", null, "tenant")]
    [InlineData("SingleTenant", null, "secret", "tenant")]
    [InlineData("UserAssignedMsi", null, null, null)]
    [InlineData("Something", "id", "secret", "tenant")]
    public void ASettingThatIsMissingIsSaidAtOnce(string type, string? id, string? password, string? tenant) =>
        Assert.Throws<ArgumentException>(() => Factory(type, id, password, tenant));

    [Fact]
    public async Task WithoutAppNobodyIsAskedForAnything()
    {
        var factory = Factory(null, null, null, null);
        Assert.True(await factory.IsAuthenticationDisabledAsync(default));
        Assert.False(await factory.IsValidAppIdAsync(string.Empty, default));
        using var request = new HttpRequestMessage();
        await (await factory.CreateCredentialsAsync(null, null, null, true, default)).ProcessHttpRequestAsync(request, default);
        Assert.Null(request.Headers.Authorization);
    }

    [Theory]
    [InlineData(null, "app")]
    [InlineData("", "app")]
    [InlineData("1.0", "app")]
    [InlineData("2.0", "party")]
    [InlineData("3.0", null)]
    public void TheAppIsNamedAsTheVersionOfTheTokenHasIt(string? version, string? expected)
    {
        List<Claim> claims = [new("appid", "app"), new("azp", "party")];
        if (version is not null)
        {
            claims.Add(new Claim("ver", version));
        }

        Assert.Equal(expected, JwtTokenValidation.GetAppIdFromClaims(claims));
        Assert.Null(JwtTokenValidation.GetAppIdFromClaims([]));
        Assert.Throws<ArgumentNullException>(() => JwtTokenValidation.GetAppIdFromClaims(null!));
    }

    [Fact]
    public void AnEndorsementIsOneOfThoseGiven()
    {
        Assert.True(EndorsementsValidator.Validate(null, null!));
        Assert.True(EndorsementsValidator.Validate(string.Empty, []));
        Assert.True(EndorsementsValidator.Validate("msteams", ["webchat", "msteams"]));
        Assert.False(EndorsementsValidator.Validate("MSTEAMS", ["msteams"]));
        Assert.Throws<ArgumentNullException>(() => EndorsementsValidator.Validate("msteams", null!));
    }

    [Theory]
    [InlineData(null, null, "https://login.microsoftonline.com/botframework.com")]
    [InlineData(null, "school", "https://login.microsoftonline.com/school")]
    [InlineData("https://login.microsoftonline.us/{0}", "school", "https://login.microsoftonline.us/school")]
    [InlineData("https://login.microsoftonline.us", "school", "https://login.microsoftonline.us/school")]
    [InlineData("https://login.microsoftonline.us/", null, "https://login.microsoftonline.us/botframework.com")]
    [InlineData("https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us", "school", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us")]
    public void TokensComeFromTheTenantUnlessTheLoginUrlNamesOne(string? loginUrl, string? tenant, string expected) =>
        Assert.Equal(expected, TokenEndpoint.Authority(loginUrl, tenant));

    private static ConfigurationServiceClientCredentialFactory Factory(string? type, string? id, string? password, string? tenant) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppType"] = type,
            ["MicrosoftAppId"] = id,
            ["MicrosoftAppPassword"] = password,
            ["MicrosoftAppTenantId"] = tenant,
        }).Build());
}
