using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LibraryBot.Settings;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;

namespace LibraryBot.Tests.Bot.Settings;

public sealed class ChannelTrustSettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(null, null, null, null, "MicrosoftAppId")]
    [InlineData(null, "id", null, null, "MicrosoftAppPassword")]
    [InlineData("MultiTenant", "id", " ", null, "MicrosoftAppPassword")]
    [InlineData("singletenant", "id", "secret", null, "MicrosoftAppTenantId")]
    [InlineData("UserAssignedMSI", "id", null, null, "MicrosoftAppTenantId")]
    [InlineData("Bot", "id", "secret", "tenant", "MicrosoftAppType")]
    public void WhatIsMissingIsSaidByName(string? type, string? id, string? password, string? tenant, string expected)
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => ChannelTrustSettings.Check(Settings(type, id, password, tenant), isDevelopment: false));
        Assert.StartsWith(expected, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "id", "secret", null)]
    [InlineData("MultiTenant", "id", "secret", null)]
    [InlineData("SingleTenant", "id", "secret", "tenant")]
    [InlineData("UserAssignedMSI", "id", null, "tenant")]
    public void WhatIsCompleteIsTaken(string? type, string? id, string? password, string? tenant) =>
        ChannelTrustSettings.Check(Settings(type, id, password, tenant), isDevelopment: false);

    [Theory]
    [InlineData("bot.pfx")]
    [InlineData("bot.pem")]
    public async Task ACertificateTakesThePlaceOfThePassword(string file)
    {
        var settings = Settings("SingleTenant", "id", null, "tenant", WriteCertificate(file));
        ChannelTrustSettings.Check(settings, isDevelopment: false);
        var credentials = ChannelCertificate.Credentials(settings)!;
        Assert.True(await credentials.IsValidAppIdAsync("id", default));
        Assert.IsType<MsalAppCredentials>(await credentials.CreateCredentialsAsync("id", null, null, true, default));
    }

    [Theory]
    [InlineData("missing.pfx", null)]
    [InlineData("broken.pfx", "not a certificate")]
    [InlineData("broken.pem", "-----BEGIN PRIVATE KEY-----\nsecret-key-material\n-----END PRIVATE KEY-----")]
    public void ACertificateThatCannotBeReadStopsTheStart(string file, string? content)
    {
        var path = Path.Combine(_folder.FullName, file);
        if (content is not null)
        {
            File.WriteAllText(path, content);
        }

        var wrong = Assert.Throws<InvalidOperationException>(() => ChannelTrustSettings.Check(Settings(null, "id", null, null, path), isDevelopment: false));
        Assert.Contains("MicrosoftAppCertificateFile", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key-material", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ACertificatesPasswordMustBeRight()
    {
        var settings = Settings(null, "id", null, null, WriteCertificate("bot.pfx"));
        settings["MicrosoftAppCertificatePassword"] = "wrong";
        Assert.Throws<InvalidOperationException>(() => ChannelTrustSettings.Check(settings, isDevelopment: false));
    }

    [Fact]
    public void WithoutACertificateTheOtherSettingsDecide() => Assert.Null(ChannelCertificate.Credentials(Settings(null, "id", "secret", null)));

    private static IConfigurationRoot Settings(string? type, string? id, string? password, string? tenant, string? certificate = null) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppType"] = type,
            ["MicrosoftAppId"] = id,
            ["MicrosoftAppPassword"] = password,
            ["MicrosoftAppTenantId"] = tenant,
            ["MicrosoftAppCertificateFile"] = certificate,
            ["MicrosoftAppCertificatePassword"] = certificate is null ? null : "of-the-file",
        }).Build();

    private string WriteCertificate(string file)
    {
        var path = Path.Combine(_folder.FullName, file);
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        if (Path.GetExtension(file) == ".pfx")
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "of-the-file"));
        }
        else
        {
            File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        }

        return path;
    }
}
