using System.Runtime.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>How a turn of a dialog ended.</summary>
public class DialogTurnResult
{
    public DialogTurnResult(DialogTurnStatus status, object? result = null)
    {
        Status = status;
        Result = result;
    }

    [JsonProperty("status")]
    public DialogTurnStatus Status { get; set; }

    /// <summary>What the dialog answered, where it is <see cref="DialogTurnStatus.Complete"/>.</summary>
    [JsonProperty("result")]
    public object? Result { get; set; }

    /// <summary>Whether the dialog has ended the one it is in, which then has nothing more to do.</summary>
    [JsonProperty("parentEnded")]
    public bool ParentEnded { get; set; }
}

/// <summary>Whether there is a dialog, and whether it goes on.</summary>
[JsonConverter(typeof(StringEnumConverter))]
public enum DialogTurnStatus
{
    /// <summary>There is nothing on the stack.</summary>
    [EnumMember(Value = "empty")]
    Empty,

    /// <summary>The dialog on top waits for the next activity.</summary>
    [EnumMember(Value = "waiting")]
    Waiting,

    /// <summary>The last dialog ended with a result.</summary>
    [EnumMember(Value = "complete")]
    Complete,

    /// <summary>The dialogs were cancelled.</summary>
    [EnumMember(Value = "cancelled")]
    Cancelled,

    /// <summary>The dialog is done and waits all the same.</summary>
    [EnumMember(Value = "completeAndWait")]
    CompleteAndWait,
}
