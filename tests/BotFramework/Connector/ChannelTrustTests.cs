using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace LibraryBot.Tests.BotFramework.Connector;

public sealed class ChannelTrustTests : IAsyncLifetime
{
    private ChannelStandIn _channel = null!;
    private ConfigurationBotFrameworkAuthentication _trust = null!;

    public async Task InitializeAsync()
    {
        _channel = await ChannelStandIn.StartAsync();
        _trust = Trust(_channel.Settings());
    }

    public async Task DisposeAsync() => await _channel.DisposeAsync();

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task AChannelWithItsTokenIsTrusted(string algorithm)
    {
        var result = await AuthenticateAsync(_channel.Token(algorithm: algorithm));
        Assert.Equal(ChannelStandIn.AppId, result.ClaimsIdentity.FindFirst("aud")!.Value);
        Assert.True(result.ClaimsIdentity.IsAuthenticated);
        Assert.Equal(("https://api.botframework.com", "urn:botframework:azure"), (result.Audience, result.CallerId));
    }

    [Fact]
    public Task AnotherIssuerIsRefused() => RefusedAsync(_channel.Token(issuer: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"));

    [Fact]
    public Task ATokenForAnotherBotIsRefused() => RefusedAsync(_channel.Token(audience: "99999999-2222-3333-4444-555555555555"));

    [Fact]
    public Task ATokenForAnotherServiceIsRefused() => RefusedAsync(_channel.Token(serviceUrl: "https://elsewhere.example/"));

    [Fact]
    public Task ATokenThatRanOutIsRefused() => RefusedAsync(_channel.Token(expiresIn: TimeSpan.FromMinutes(-6)));

    [Fact]
    public Task ClocksMayDifferByFiveMinutes() => AuthenticateAsync(_channel.Token(expiresIn: TimeSpan.FromMinutes(-4)));

    [Fact]
    public Task AForgedSignatureIsRefused() => RefusedAsync(_channel.Token(signWith: ChannelStandIn.AnotherKey));

    [Fact]
    public Task APaddingTheChannelsDoNotUseIsRefused() => RefusedAsync(_channel.Token(algorithm: SecurityAlgorithms.RsaSsaPssSha256));

    [Fact]
    public Task AnUnsignedTokenIsRefused()
    {
        var parts = _channel.Token().Split('.');
        return RefusedAsync($"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.");
    }

    [Fact]
    public Task ATokenSignedWithThePublicKeyAsSecretIsRefused()
    {
        var parts = _channel.Token().Split('.');
        var head = Base64UrlEncoder.Encode("""{"alg":"HS256","typ":"JWT","kid":"first"}""");
        var signature = HMACSHA256.HashData("first"u8.ToArray(), System.Text.Encoding.ASCII.GetBytes($"{head}.{parts[1]}"));
        return RefusedAsync($"{head}.{parts[1]}.{Base64UrlEncoder.Encode(signature)}");
    }

    [Fact]
    public Task AKeyThatIsNotEndorsedForTheChannelIsRefused() => RefusedAsync(_channel.Token(), activity => activity.ChannelId = "slack");

    [Fact]
    public async Task AKeyWithoutEndorsementsIsRefused()
    {
        _channel.AddKey("bare");
        await RefusedAsync(_channel.Token("bare"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task WithoutServiceUrlOrChannelNothingIsTrusted(string? nothing)
    {
        await RefusedAsync(_channel.Token(), activity => activity.ServiceUrl = nothing!);
        await RefusedAsync(_channel.Token(serviceUrl: ""), activity => activity.ServiceUrl = nothing!);
        await RefusedAsync(_channel.Token(), activity => activity.ChannelId = nothing!);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ....")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task WhatIsNoTokenIsRefused(string? header) =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _trust.AuthenticateRequestAsync(Message(), header, default));

    [Fact]
    public async Task NewKeysAreFoundWhenTheyAreFirstUsed()
    {
        await AuthenticateAsync(_channel.Token("first"));
        _channel.AddKey("second", "msteams");
        await AuthenticateAsync(_channel.Token("second"));
    }

    [Fact]
    public async Task UnknownKeysDoNotFloodTheMetadata()
    {
        await AuthenticateAsync(_channel.Token());
        for (var i = 0; i < 20; i++)
        {
            await RefusedAsync(_channel.Token("hidden", signWith: ChannelStandIn.AnotherKey));
        }

        Assert.InRange(_channel.MetadataReads, 1, 3);
    }

    [Fact]
    public async Task WithoutAppIdWhoSaysNothingIsAnonymous()
    {
        var result = await Trust([]).AuthenticateRequestAsync(Message(), null, default);
        Assert.Equal("anonymous", result.ClaimsIdentity.AuthenticationType);
        Assert.Null(result.CallerId);
    }

    [Fact]
    public async Task WithoutAppIdATokenProvesNothing() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
        {
            var settings = _channel.Settings();
            settings.Remove("MicrosoftAppId");
            settings.Remove("MicrosoftAppPassword");
            return Trust(settings).AuthenticateRequestAsync(Message(), $"Bearer {_channel.Token(audience: string.Empty)}", default);
        });

    [Fact]
    public async Task CallsBackCarryTheTokenOfTheBot()
    {
        var result = await AuthenticateAsync(_channel.Token());
        using var client = await result.ConnectorFactory.CreateAsync(_channel.ServiceUrl, result.Audience, default);
        await client.Conversations.SendToConversationWithHttpMessagesAsync("c", new Activity());
        Assert.Equal("Bearer token-of-the-bot", _channel.Calls.Single().Authorization);
    }

    [Theory]
    [InlineData("webchat", true)]
    [InlineData("vip", false)]
    public async Task MoreEndorsementsMayBeAskedFor(string endorsement, bool isTrusted)
    {
        var trust = new ConfigurationBotFrameworkAuthentication(
            new ConfigurationBuilder().AddInMemoryCollection(_channel.Settings()).Build(),
            authConfiguration: new AuthenticationConfiguration { RequiredEndorsements = [endorsement] });
        var outcome = await Record.ExceptionAsync(() => trust.AuthenticateRequestAsync(Message(), $"Bearer {_channel.Token()}", default));
        Assert.Equal(isTrusted ? null : typeof(UnauthorizedAccessException), outcome?.GetType());
    }

    [Fact]
    public async Task ACertificateServesAsWellAsASecret()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        var factory = new CertificateServiceClientCredentialsFactory(certificate, ChannelStandIn.AppId);
        var credentials = await factory.CreateCredentialsAsync(ChannelStandIn.AppId, null, _channel.Settings()["ToChannelFromBotLoginUrl"], true, default);
        Assert.Equal("token-of-the-bot", await ((AppCredentials)credentials).GetTokenAsync());
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evilbotframework.com/")]
    public async Task NobodyElseGetsTheTokenOfTheBot(string serviceUrl)
    {
        var factory = _trust.CreateConnectorFactory(new ClaimsIdentity([new Claim("aud", ChannelStandIn.AppId)]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => factory.CreateAsync(serviceUrl, null, default));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://webchat.botframework.com/")]
    public async Task TheChannelsOfTheBotFrameworkGetTheTokenOfTheBot(string serviceUrl)
    {
        var factory = _trust.CreateConnectorFactory(new ClaimsIdentity([new Claim("aud", ChannelStandIn.AppId)]));
        using var client = await factory.CreateAsync(serviceUrl, null, default);
        Assert.Equal(ChannelStandIn.AppId, Assert.IsType<MicrosoftAppCredentials>(client.Credentials).MicrosoftAppId);
    }

    [Fact]
    public async Task AnIdentityOfAnotherAppGetsNoCredentials() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _trust
            .CreateConnectorFactory(new ClaimsIdentity([new Claim("aud", "other")]))
            .CreateAsync(_channel.ServiceUrl, null, default));

    private static ConfigurationBotFrameworkAuthentication Trust(Dictionary<string, string?> settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

    private Activity Message() => new(ActivityTypes.Message) { ChannelId = "msteams", ServiceUrl = _channel.ServiceUrl };

    private Task<AuthenticateRequestResult> AuthenticateAsync(string token) => _trust.AuthenticateRequestAsync(Message(), $"Bearer {token}", default);

    private async Task RefusedAsync(string token, Action<Activity>? change = null)
    {
        var activity = Message();
        change?.Invoke(activity);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _trust.AuthenticateRequestAsync(activity, $"Bearer {token}", default));
    }
}
