using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What a person answered to a <see cref="FileConsentCard"/>.</summary>
public class FileConsentCardResponse
{
    public FileConsentCardResponse()
    {
    }

    public FileConsentCardResponse(string? action = default, object? context = default, FileUploadInfo? uploadInfo = default)
    {
        Action = action;
        Context = context;
        UploadInfo = uploadInfo;
    }

    [JsonProperty(PropertyName = "action")]
    public string? Action { get; set; }

    [JsonProperty(PropertyName = "context")]
    public object? Context { get; set; }

    [JsonProperty(PropertyName = "uploadInfo")]
    public FileUploadInfo? UploadInfo { get; set; }
}
