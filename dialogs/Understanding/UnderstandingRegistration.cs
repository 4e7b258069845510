using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>Adds what reads sentences.</summary>
public static class UnderstandingRegistration
{
    /// <summary>Adds <see cref="CapabilityRecognizer"/>, <see cref="LanguageDetector"/> and <see cref="WishReader"/>, one of each for the process.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services) => services
        .AddSingleton<CapabilityRecognizer>()
        .AddSingleton<LanguageDetector>()
        .AddSingleton<WishReader>();
}
