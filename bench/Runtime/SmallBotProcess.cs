using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;

namespace LibraryBot.Bench.Runtime;

/// <summary>A small bot as a process of its own; it ends when its input does, so it does not outlive this one.</summary>
internal sealed class SmallBotProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;

    private SmallBotProcess(string name, Process process, Uri address)
    {
        Name = name;
        _process = process;
        _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address };
    }

    /// <summary>What reports call it.</summary>
    public string Name { get; }

    /// <summary>Starts one and waits until it listens.</summary>
    public static async Task<SmallBotProcess> StartAsync(string name, string library, string bot, FileInfo? answer)
    {
        var start = new ProcessStartInfo("dotnet", [library, "small-bot", "--bot", bot, .. answer is null ? (string[])[] : ["--answer", answer.FullName]])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bot ended before it listened.");
        return new SmallBotProcess(name, process, new Uri(address));
    }

    /// <summary>One message, as Teams sends it; returns when the turn is over, its answer delivered.</summary>
    public async Task SayAsync(int conversation, Uri channel, CancellationToken cancellationToken)
    {
        var number = conversation.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        var json = $$"""
            {"text":"15 chromebooks tomorrow, third period","textFormat":"plain","type":"message","timestamp":"2026-05-04T14:03:21.6412345Z","localTimestamp":"2026-05-04T09:03:21.6412345-05:00",
            "id":"1777903401{{number}}","channelId":"msteams","serviceUrl":"{{channel}}","from":{"id":"29:1bSnHZ7Js2STWrgk6ScEErLk1Lp2zQuD5H2qQ{{number}}","name":"Ada Lovelace","aadObjectId":"b3d59bf2-2a35-4a3f-9c2e-1d0{{number}}"},
            "conversation":{"conversationType":"personal","tenantId":"72f988bf-86f1-41af-91ab-2d7cd011db47","id":"a:1pL6i0oY3C0K8oAj8cVdXr1eYqWk0yRkW{{number}}"},
            "recipient":{"id":"28:5a2e4a1c-0c1e-4a06-9a3f-6d2b9d7cbb10","name":"LibraryBot"},"locale":"en-US","localTimezone":"America/Chicago",
            "entities":[{"locale":"en-US","country":"US","platform":"Windows","timezone":"America/Chicago","type":"clientInfo"}],
            "channelData":{"tenant":{"id":"72f988bf-86f1-41af-91ab-2d7cd011db47"},"source":{"name":"message"} } }
            """;
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync("/api/messages", body, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What it has used so far; the heap is measured after a collection, which the figure for the processor leaves out.</summary>
    public async Task<Usage> UsageAsync(CancellationToken cancellationToken) =>
        await _client.GetFromJsonAsync<Usage>("/usage", cancellationToken) ?? throw new InvalidOperationException("The bot does not say what it used.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
