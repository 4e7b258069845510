using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>Adds what all conversations share.</summary>
internal static class ConversationRegistration
{
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.AddSingleton<SpokenLanguage>();
        services.AddSingleton<Menu>();
        services.AddSingleton<GeneralAnswers>();
        services.AddSingleton<Outbox.OutboxRenderer>();
        services.AddSingleton(provider => new MainDialog(
            provider,
            provider.GetServices<Capability>(),
            provider.GetRequiredService<Understanding.CapabilityRecognizer>(),
            provider.GetRequiredService<GeneralAnswers>(),
            provider.GetRequiredService<Menu>()));
        return services;
    }
}
