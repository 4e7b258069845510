using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LibraryBot.Data.Kits;

internal static class KitRegistration
{
    // Whoever builds kits adds the school's profile.
    public static IServiceCollection AddKitData(this IServiceCollection services)
    {
        services.TryAddSingleton<StandardLookup>();
        services.TryAddSingleton<KitBuilder>();
        services.TryAddSingleton<KeptKits>();
        services.TryAddSingleton<KitShelf>();
        services.TryAddSingleton<KitLinks>();
        return services;
    }
}
