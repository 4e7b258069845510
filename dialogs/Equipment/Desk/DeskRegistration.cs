using LibraryBot.Data.People;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>Adds the capability.</summary>
internal static class DeskRegistration
{
    /// <summary>The librarian's side of equipment: pull list, approve, hand out, take back, close, use.</summary>
    public static IServiceCollection AddEquipmentDesk(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new UsageLinks(() => null, provider.GetRequiredService<IStorage>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DeskReader>();
        services.AddSingleton<DeskWords>();
        services.AddSingleton<DeskScans>();
        services.AddSingleton<DeskWeek>();
        services.AddSingleton<DeskAnswers>();
        services.AddSingleton<DeskTaps>();
        return services.AddCapability(new Capability(DeskDialog.Name, typeof(DeskDialog))
        {
            MayInterrupt = true,
            Roles = [Role.Librarian],
            Menu = () => [new(DeskStrings.MenuPull, DeskStrings.MenuPullExample), new(DeskStrings.MenuApprove, DeskStrings.MenuApproveExample)],
        });
    }
}
