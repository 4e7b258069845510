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
    /// <summary>Which; none by default.</summary>
    public LanguageModelProvider Provider { get; set; }

    /// <summary>Its address. Azure OpenAI needs one.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The deployment's or model's name.</summary>
    public string? Deployment { get; set; }

    /// <summary>The secret. Never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="InvalidOperationException">A provider is named and something it needs is missing, or the section cannot be read.</exception>
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

        return settings;
    }
}
