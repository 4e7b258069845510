using LibraryBot.Dialogs.Conversation.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Dialogs.Loans;

/// <summary>Adds the capability.</summary>
internal static class LoanRegistration
{
    /// <summary>What somebody has out and on hold; renewing; being told when something is in.</summary>
    public static IServiceCollection AddLoans(this IServiceCollection services)
    {
        services.AddSingleton<LoanCards>();
        services.AddSingleton<LoanAnswers>();
        services.AddSingleton<HoldLineAnswers>();
        services.AddOutboxMessage<TitleInMessage>();
        return services.AddCapability(new Capability(nameof(Loans), typeof(LoansDialog))
        {
            MayInterrupt = true,
            Menu = () => [new MenuEntry(LoanStrings.Menu, LoanStrings.MenuExample)],
        });
    }
}
