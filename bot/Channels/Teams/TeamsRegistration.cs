using LibraryBot.Dialogs.Conversation;
using LibraryBot.People;
using LibraryBot.Settings;

namespace LibraryBot.Teams;

/// <summary>Adds what the bot knows of people and of Teams.</summary>
internal static class TeamsRegistration
{
    /// <summary>Who is speaking, where they can be reached, and the message extension.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        services.AddSingleton(new PersonTrust(
            isDevelopment, configuration[ChannelTrustSettings.TenantId] is { Length: > 0 } tenant ? tenant : null));
        services.AddSingleton<PersonFinder>();
        services.AddSingleton<AddressBook>();
        services.AddSingleton<IPrivateMessages, PrivateMessages>();
        services.AddSingleton<TeamsMembers>();
        services.AddSingleton<CatalogExtension>();
        return services;
    }
}
