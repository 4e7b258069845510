namespace Microsoft.Bot.Connector.Teams;

/// <summary>Speaks to Teams about what only Teams has.</summary>
public interface ITeamsConnectorClient : IDisposable
{
    ITeamsOperations Teams { get; }
}
