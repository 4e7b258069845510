namespace Microsoft.Bot.Schema;

/// <summary>Somebody is writing.</summary>
public interface ITypingActivity : IActivity;
