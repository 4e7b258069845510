using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Dialogs.Orientation;

/// <summary>Adds the capability.</summary>
internal static class OrientationRegistration
{
    /// <summary>Hours, where the library is, what the bot is and does, and the courtesies.</summary>
    public static IServiceCollection AddOrientation(this IServiceCollection services)
    {
        services.AddSingleton<HoursAnswers>();
        return services.AddCapability(new Capability(nameof(Orientation), typeof(OrientationDialog))
        {
            MayInterrupt = true,
            Menu = () =>
            [
                new MenuEntry(OrientationStrings.MenuHours, OrientationStrings.MenuHoursExample),
                new MenuEntry(OrientationStrings.MenuWhere, OrientationStrings.MenuWhereExample),
            ],
        });
    }
}
