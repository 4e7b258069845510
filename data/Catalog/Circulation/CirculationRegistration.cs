using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LibraryBot.Data.Catalog.Circulation;

internal static class CirculationRegistration
{
    // Whoever uses them adds the school's profile, and settings that differ.
    public static IServiceCollection AddCirculation(this IServiceCollection services)
    {
        services.TryAddSingleton(new CirculationSettings());
        services.TryAddSingleton<Loans>();
        services.TryAddSingleton<AvailabilityAlerts>();
        services.TryAddSingleton<Holds>();
        return services;
    }
}
