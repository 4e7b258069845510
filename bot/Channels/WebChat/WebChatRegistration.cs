namespace LibraryBot.WebChat;

/// <summary>Adds the web chat.</summary>
internal static class WebChatRegistration
{
    public static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = WebChatSettings.Read(configuration);
        services.AddSingleton(settings);
        services.AddSingleton(provider => new WebChatTokens(settings.Secret, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WebChatConversations>();
        services.AddSingleton<DirectLineAdapter>();
        services.AddSingleton<WebChatService>();
        services.AddSingleton<WebChatScript>();
        services.AddHostedService(provider => provider.GetRequiredService<WebChatScript>());
        return services;
    }
}
