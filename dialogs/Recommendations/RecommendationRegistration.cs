using LibraryBot.Data.Calendar;
using LibraryBot.Dialogs.Conversation.Outbox;
using LibraryBot.Dialogs.Recommendations.ReadersAdvisor;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Adds the capability.</summary>
internal static class RecommendationRegistration
{
    /// <summary>Finding books: by wish, by title, like another; where they are; keeping one.</summary>
    public static IServiceCollection AddRecommendations(this IServiceCollection services)
    {
        services.AddSingleton<WishSearch>();
        services.AddSingleton<TitleLookup>();
        services.AddSingleton<UnmetWishes>();
        services.AddSingleton<WishAnswers>();
        services.AddSingleton<TitleAnswers>();
        services.AddSingleton<LikeAnswers>();
        services.AddSingleton<ShelfAnswers>();
        services.AddSingleton<HoldAnswers>();
        services.TryAddSingleton(new RecommendationOptions());
        services.AddSingleton<OlderTitles>();
        services.TryAddSingleton(new AdvisorOptions());
        services.AddSingleton<ModelCalls>();
        services.AddSingleton(provider => new ModelState(provider.GetRequiredService<ModelCalls>()));
        services.AddSingleton<AdvisorPrompt>();
        services.AddSingleton<RequestMask>();
        services.AddSingleton<Advisor>();
        services.AddSingleton<AdvisedAnswers>();
        services.AddSingleton<Librarian>();
        services.AddSingleton<PointedTitles>();
        services.AddSingleton<Standing>();
        services.AddSingleton<RecommendationCards>();
        services.AddSingleton(provider => new RecommendationWarmUp(
            provider.GetRequiredService<WishReader>(), provider.GetRequiredService<WishSearch>(), provider.GetRequiredService<RecommendationCards>()));
        services.AddSingleton(provider => new TitleToShare(
            provider.GetRequiredService<RecommendationCards>(), provider.GetRequiredService<Standing>(), provider.GetRequiredService<OpeningTimes>(), provider.GetRequiredService<OlderTitles>()));
        services.AddOutboxMessage<HoldReadyMessage>();
        return services.AddCapability(new Capability(nameof(Recommendations), typeof(RecommendationDialog))
        {
            Menu = () =>
            [
                new MenuEntry(RecommendationStrings.MenuFind, RecommendationStrings.MenuFindExample),
                new MenuEntry(RecommendationStrings.MenuTitle, RecommendationStrings.MenuTitleExample),
                new MenuEntry(RecommendationStrings.MenuLike, RecommendationStrings.MenuLikeExample),
            ],
        });
    }
}
