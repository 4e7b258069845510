namespace LibraryBot.Settings;

/// <summary>The bot's registration with the channel service, under the names the Bot Framework SDK reads.</summary>
internal static class ChannelTrustSettings
{
    /// <summary>The bot's app id.</summary>
    public const string AppId = "MicrosoftAppId";

    /// <summary>The school's Microsoft Entra tenant.</summary>
    public const string TenantId = "MicrosoftAppTenantId";

    /// <summary>Whether the bot has credentials, so that channels can reach it.</summary>
    public static bool AreSet(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[AppId]);

    /// <summary>Refuses to start without credentials outside Development, and with credentials that cannot work anywhere.</summary>
    /// <exception cref="InvalidOperationException">What is wrong, and what to set.</exception>
    public static void Check(IConfiguration configuration, bool isDevelopment)
    {
        if (!AreSet(configuration))
        {
            if (!isDevelopment)
            {
                throw new InvalidOperationException(
                    "MicrosoftAppId is not set. Outside Development the bot needs its registration: MicrosoftAppType, MicrosoftAppId, "
                    + "MicrosoftAppPassword and MicrosoftAppTenantId. To try the bot on this machine only, set ASPNETCORE_ENVIRONMENT=Development.");
            }

            return;
        }

        var type = string.IsNullOrWhiteSpace(configuration["MicrosoftAppType"]) ? "MultiTenant" : configuration["MicrosoftAppType"]!.Trim();
        switch (type.ToUpperInvariant())
        {
            case "MULTITENANT":
                NeedSecret(configuration, type);
                break;
            case "SINGLETENANT":
                NeedSecret(configuration, type);
                Need(configuration, TenantId, type);
                break;
            case "USERASSIGNEDMSI":
                Need(configuration, TenantId, type);
                break;
            default:
                throw new InvalidOperationException($"MicrosoftAppType is '{type}'. It can be MultiTenant, SingleTenant or UserAssignedMsi.");
        }
    }

    private static void NeedSecret(IConfiguration configuration, string type)
    {
        if (ChannelCertificate.IsSet(configuration))
        {
            ChannelCertificate.Load(configuration).Dispose();
            return;
        }

        Need(configuration, "MicrosoftAppPassword", type);
    }

    private static void Need(IConfiguration configuration, string name, string type)
    {
        if (string.IsNullOrWhiteSpace(configuration[name]))
        {
            throw new InvalidOperationException($"{name} is not set. A bot of MicrosoftAppType {type} needs it.");
        }
    }
}
