using LibraryBot.Data.People;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LibraryBot.Dialogs.Kits;

/// <summary>Adds the capability.</summary>
internal static class KitDialogRegistration
{
    /// <summary>Kits of titles for a unit, for staff: made, changed, held, kept, shared.</summary>
    public static IServiceCollection AddKits(this IServiceCollection services)
    {
        services.TryAddSingleton(new KitPages(() => null));
        services.AddSingleton<KitReplyReader>();
        services.AddSingleton<KitCards>();
        services.AddSingleton<KitMaking>();
        services.AddSingleton<KitKeeping>();
        services.AddSingleton<KitHolding>();
        return services.AddCapability(new Capability(nameof(Kits), typeof(KitDialog))
        {
            Roles = [Role.Teacher, Role.Staff, Role.Librarian],
            ForOthers = contact => CardParts.Message(
                Words.Of(KitStrings.NotForYou, contact),
                CardParts.Card(KitStrings.FindBooks, new AdaptiveCards.AdaptiveActionSet { Actions = [CardTap.SayButton(KitStrings.FindBooks, KitStrings.FindBooksExample)] })),
            Menu = () => [new MenuEntry(KitStrings.Menu, KitStrings.MenuExample), new MenuEntry(KitStrings.MenuMine, KitStrings.MenuMineExample)],
        });
    }
}
