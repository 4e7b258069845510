using System.Runtime.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What the stage of a meeting shows.</summary>
public enum ContentType
{
    [EnumMember(Value = "unknown")]
    Unknown,

    [EnumMember(Value = "task")]
    Task,
}
