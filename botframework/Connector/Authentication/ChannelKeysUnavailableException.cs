namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Nobody can be authenticated now, because the channels' public keys could not be read.</summary>
internal sealed class ChannelKeysUnavailableException(Exception cause) : Exception("The metadata of the channels could not be read.", cause);
