namespace Microsoft.Bot.Schema;

/// <summary>A message was changed after it was sent.</summary>
public interface IMessageUpdateActivity : IMessageActivity;
