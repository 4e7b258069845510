using System.Runtime.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The places in a meeting that can show something.</summary>
public enum SurfaceType
{
    [EnumMember(Value = "unknown")]
    Unknown,

    [EnumMember(Value = "meetingStage")]
    MeetingStage,

    [EnumMember(Value = "meetingTabIcon")]
    MeetingTabIcon,
}
