namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes clients of channels, with the right of the identity it was made for.</summary>
public abstract class ConnectorFactory
{
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken);
}
