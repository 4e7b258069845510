namespace Microsoft.Bot.Builder.Teams;

/// <summary>An <see cref="ActivityHandler"/> that knows what Teams sends.</summary>
public partial class TeamsActivityHandler : ActivityHandler
{
}
