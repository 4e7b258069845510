using LibraryBot.Data.Calendar;
using LibraryBot.Data.ModelUse;
using LibraryBot.Dialogs.Recommendations.ReadersAdvisor;
using LibraryBot.Settings;

namespace LibraryBot.Health;

/// <summary>What the health report says of the language model: whether it helps, and what of the day's budget is used. Counts of the library only, of nobody.</summary>
internal sealed class LanguageModelHealth(LanguageModelSettings settings, AdvisorOptions options, ModelBudget budget, ModelState model, OpeningTimes times)
{
    /// <summary>The part of the report.</summary>
    public async Task<object> ReportAsync(CancellationToken cancellationToken)
    {
        if (settings.Provider == LanguageModelProvider.None)
        {
            return new { state = "none", provider = settings.Provider.ToString() };
        }

        var used = await budget.ReadAsync(times.Today, cancellationToken);
        return new
        {
            state = model.IsPaused ? "paused" : used.Tokens >= options.Limits.TokensPerDay ? "spent" : "ok",
            provider = settings.Provider.ToString(),
            prompt = ModelState.PromptVersion,
            today = new { calls = used.Calls, visitorCalls = used.VisitorCalls, tokens = used.Tokens },
            budget = new
            {
                callsPerPerson = options.Limits.CallsPerPersonAndDay,
                visitorCalls = options.Limits.VisitorCallsPerDay,
                tokens = options.Limits.TokensPerDay,
            },
        };
    }
}
