using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Bot.Connector.Authentication;

namespace LibraryBot.Settings;

/// <summary>
/// The certificate that the bot signs in with instead of a password: <c>MicrosoftAppCertificateFile</c>, a PKCS #12 file (<c>.pfx</c>,
/// <c>.p12</c>; its password in <c>MicrosoftAppCertificatePassword</c>) or a PEM file with certificate and private key.
/// </summary>
internal static class ChannelCertificate
{
    /// <summary>The file's setting.</summary>
    public const string File = "MicrosoftAppCertificateFile";

    /// <summary>Whether one is configured.</summary>
    public static bool IsSet(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[File]);

    /// <summary>Credentials by the certificate.</summary>
    /// <returns>Null where none is configured, so that the password or the managed identity is used.</returns>
    /// <exception cref="InvalidOperationException">The file cannot be read, or holds no private key.</exception>
    public static ServiceClientCredentialsFactory? Credentials(IConfiguration configuration) =>
        IsSet(configuration)
            ? new CertificateServiceClientCredentialsFactory(Load(configuration), configuration[ChannelTrustSettings.AppId]!, configuration["MicrosoftAppTenantId"])
            : null;

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be read, or holds no private key.</exception>
    public static X509Certificate2 Load(IConfiguration configuration)
    {
        var file = configuration[File]!;
        try
        {
            var certificate = Path.GetExtension(file).ToUpperInvariant() is ".PFX" or ".P12"
                ? X509CertificateLoader.LoadPkcs12FromFile(file, configuration["MicrosoftAppCertificatePassword"])
                : X509Certificate2.CreateFromPemFile(file);
            return certificate.HasPrivateKey ? certificate : throw new CryptographicException();
        }
        // The cause may quote what it read; a key file's words do not belong on a screen.
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{File} is '{file}', which cannot be read as a certificate with its private key. It can be a .pfx file with "
                + "MicrosoftAppCertificatePassword, or a .pem file with both.");
        }
    }
}
