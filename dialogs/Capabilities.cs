using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Equipment;
using LibraryBot.Dialogs.Equipment.Desk;
using LibraryBot.Dialogs.Kits;
using LibraryBot.Dialogs.Loans;
using LibraryBot.Dialogs.Orientation;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Shelves;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Dialogs;

/// <summary>The table of contents: what the bot can do, a line each.</summary>
public static class Capabilities
{
    /// <summary>
    /// Adds <see cref="MainDialog"/>, <c>SpokenLanguage</c>, <c>Menu</c> and every capability, one of each for the process. The host adds the
    /// library's database and search, the <c>LibraryProfile</c>, <c>OpeningTimes</c>, <c>ConversationState</c> and <c>TimeProvider</c>.
    /// </summary>
    public static IServiceCollection AddDialogs(this IServiceCollection services)
    {
        services.AddUnderstanding();
        services.AddConversation();

        services.AddRecommendations();
        services.AddEquipment();
        services.AddEquipmentDesk();
        services.AddLoans();
        services.AddShelves();
        services.AddKits();
        services.AddOrientation();
        return services;
    }

    /// <summary>Adds one capability and its dialog.</summary>
    internal static IServiceCollection AddCapability(this IServiceCollection services, Capability capability)
    {
        services.AddSingleton(capability);
        services.AddSingleton(capability.Dialog);
        return services;
    }
}
