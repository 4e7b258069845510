using LibraryBot.Data.ModelUse;
using LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

namespace LibraryBot.Settings;

/// <summary>Which language model helps, if any.</summary>
internal enum LanguageModelProvider
{
    /// <summary>None: everything works without.</summary>
    None,

    /// <summary>A deployment on Azure OpenAI.</summary>
    AzureOpenAI,

    /// <summary>OpenAI, or any endpoint that speaks its protocol.</summary>
    OpenAI,
}

/// <summary>The section <c>LanguageModel</c>.</summary>
internal sealed class LanguageModelSettings
{
    private const int LongestGuidance = 4000;
    private static readonly AdvisorOptions s_usual = new();

    /// <summary>Which; none by default.</summary>
    public LanguageModelProvider Provider { get; set; }

    /// <summary>Its address. Azure OpenAI needs one; without one OpenAI's own is asked.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The deployment's or model's name.</summary>
    public string? Deployment { get; set; }

    /// <summary>The secret. Never logged. Without one, Azure OpenAI is asked with the identity the process runs under.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long a reader waits for the model, above zero and at most ten seconds; three by default.</summary>
    public TimeSpan AnswerWithin { get; set; } = s_usual.AnswerWithin;

    /// <summary>How much of that it may take to say what to search for, above zero and less than all; 1.2 seconds by default.</summary>
    public TimeSpan SearchWordsWithin { get; set; } = s_usual.SearchWordsWithin;

    /// <summary>After how many calls within a minute, most of them failed, it is left alone for half a minute; two or more, four by default.</summary>
    public int PauseAfter { get; set; } = s_usual.PauseAfter;

    /// <summary>Calls a day for one person, zero or more; a wish takes two. 40 by default.</summary>
    public int CallsPerPersonAndDay { get; set; } = s_usual.Limits.CallsPerPersonAndDay;

    /// <summary>Calls a day for all who are not on the roster together, zero or more; 400 by default.</summary>
    public int VisitorCallsPerDay { get; set; } = s_usual.Limits.VisitorCallsPerDay;

    /// <summary>Tokens a day, in and out, for the library, zero or more; 2,000,000 by default.</summary>
    public long TokensPerDay { get; set; } = s_usual.Limits.TokensPerDay;

    /// <summary>A text file with what the school wants the model to keep in mind, at most 4,000 characters; sent as it is.</summary>
    public string? GuidanceFile { get; set; }

    /// <summary>What stood in <see cref="GuidanceFile"/>.</summary>
    private string? Guidance { get; set; }

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="InvalidOperationException">A provider is named and something it needs is missing, a value is out of bounds, or the section cannot be read.</exception>
    public static LanguageModelSettings Read(IConfiguration configuration)
    {
        var settings = configuration.GetSection("LanguageModel").Get<LanguageModelSettings>() ?? new LanguageModelSettings();
        if (settings.Provider != LanguageModelProvider.None && string.IsNullOrWhiteSpace(settings.Deployment))
        {
            throw new InvalidOperationException("LanguageModel:Deployment is not set. It names the deployment or model to ask.");
        }

        if (settings.Provider == LanguageModelProvider.AzureOpenAI && settings.Endpoint is null)
        {
            throw new InvalidOperationException("LanguageModel:Endpoint is not set. Azure OpenAI has an address for each resource.");
        }

        if (settings.Provider == LanguageModelProvider.OpenAI && string.IsNullOrWhiteSpace(settings.ApiKey))
        {
            throw new InvalidOperationException("LanguageModel:ApiKey is not set. An endpoint that asks for none takes any word.");
        }

        settings.CheckEndpoint();
        Check(settings.AnswerWithin > TimeSpan.Zero && settings.AnswerWithin <= TimeSpan.FromSeconds(10), nameof(AnswerWithin), "above zero and at most 00:00:10");
        Check(settings.SearchWordsWithin > TimeSpan.Zero && settings.SearchWordsWithin < settings.AnswerWithin, nameof(SearchWordsWithin), "above zero and less than AnswerWithin");
        Check(settings.PauseAfter >= 2, nameof(PauseAfter), "two or more");
        Check(settings.CallsPerPersonAndDay >= 0, nameof(CallsPerPersonAndDay), "zero or more");
        Check(settings.VisitorCallsPerDay >= 0, nameof(VisitorCallsPerDay), "zero or more");
        Check(settings.TokensPerDay >= 0, nameof(TokensPerDay), "zero or more");
        settings.ReadGuidance();
        return settings;
    }

    /// <summary>What the dialogs need to know of it.</summary>
    public AdvisorOptions ToOptions() => new()
    {
        AnswerWithin = AnswerWithin,
        SearchWordsWithin = SearchWordsWithin,
        PauseAfter = PauseAfter,
        Limits = new ModelLimits(CallsPerPersonAndDay, VisitorCallsPerDay, TokensPerDay),
        Guidance = Guidance,
    };

    private static void Check(bool isRight, string name, string bounds)
    {
        if (!isRight)
        {
            throw new InvalidOperationException($"LanguageModel:{name} must be {bounds}.");
        }
    }

    // A child's words and the secret travel to it.
    private void CheckEndpoint() => Check(
        Endpoint is null || (Endpoint.IsAbsoluteUri && (Endpoint.Scheme == Uri.UriSchemeHttps || (Endpoint.Scheme == Uri.UriSchemeHttp && Endpoint.IsLoopback))),
        nameof(Endpoint),
        "an https address; http only on this machine");

    private void ReadGuidance()
    {
        if (string.IsNullOrWhiteSpace(GuidanceFile))
        {
            return;
        }

        Check(File.Exists(GuidanceFile), nameof(GuidanceFile), "a file that is there");
        Guidance = File.ReadAllText(GuidanceFile).Trim();
        Check(Guidance.Length <= LongestGuidance, nameof(GuidanceFile), "a file of at most 4,000 characters");
    }
}
