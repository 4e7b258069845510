using LibraryBot.Dialogs.Recommendations;

namespace LibraryBot.Settings;

/// <summary>The section <c>Recommendations</c>.</summary>
internal static class RecommendationSettings
{
    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="InvalidOperationException">A value is none of those there are.</exception>
    public static RecommendationOptions Read(IConfiguration configuration)
    {
        if (configuration["Recommendations:OlderTitles"] is not { Length: > 0 } value)
        {
            return new RecommendationOptions();
        }

        return Enum.TryParse<OlderTitlesPolicy>(value, ignoreCase: true, out var policy) && Enum.IsDefined(policy) && !int.TryParse(value, out _)
            ? new RecommendationOptions { OlderTitles = policy }
            : throw new InvalidOperationException($"Recommendations:OlderTitles is '{value}'. It can be {string.Join(", ", Enum.GetNames<OlderTitlesPolicy>())}.");
    }
}
