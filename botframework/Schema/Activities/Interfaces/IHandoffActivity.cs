namespace Microsoft.Bot.Schema;

/// <summary>The conversation is passed on to somebody else.</summary>
public interface IHandoffActivity : IActivity;
