using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Dialogs.Shelves;

/// <summary>Adds the capability.</summary>
internal static class ShelfRegistration
{
    /// <summary>One's own list, the library's lists and displays, and what to read after a title.</summary>
    public static IServiceCollection AddShelves(this IServiceCollection services)
    {
        services.AddSingleton<ShelfCards>();
        services.AddSingleton<MyListAnswers>();
        services.AddSingleton<LibraryListAnswers>();
        services.AddSingleton<ReadAlikeAnswers>();
        return services.AddCapability(new Capability(nameof(Shelves), typeof(ShelvesDialog))
        {
            MayInterrupt = true,
            Menu = () => [new MenuEntry(ShelfStrings.Menu, ShelfStrings.MenuExample)],
        });
    }
}
