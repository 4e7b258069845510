using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment.Import;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LibraryBot.Data.Equipment;

internal static class EquipmentRegistration
{
    // Whoever uses them adds the school's profile, and settings that differ.
    public static IServiceCollection AddEquipmentData(this IServiceCollection services)
    {
        services.TryAddSingleton(new EquipmentSettings());
        services.TryAddSingleton<EquipmentWrites>();
        services.TryAddSingleton<BookingRules>();
        services.TryAddSingleton<BookingMessages>();
        services.TryAddSingleton<FreeEquipment>();
        services.TryAddSingleton<BookingDesk>();
        services.TryAddSingleton<BookingChanges>();
        services.TryAddSingleton<WaitingList>();
        services.TryAddSingleton<Approvals>();
        services.TryAddSingleton<CheckOuts>();
        services.TryAddSingleton<CheckIns>();
        services.TryAddSingleton<Closures>();
        services.TryAddSingleton<PullList>();
        services.TryAddSingleton<Utilization>();
        services.TryAddSingleton<BookingsOfPerson>();
        services.TryAddSingleton<EquipmentImport>();
        services.TryAddSingleton<BarcodeImport>();
        services.TryAddSingleton(provider => new SchoolTimeParser(provider.GetRequiredService<BookingRules>().CalendarOf(null)));
        return services;
    }
}
