using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>Speaks to a channel by its REST interface.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    ServiceClientCredentials Credentials { get; }

    IConversations Conversations { get; }
}
