using System.Collections.Concurrent;
using LibraryBot.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Support;

/// <summary>A language model's endpoint as far as the chat completions API goes: a real server that answers as it is told and keeps every request as it came.</summary>
internal sealed class ModelStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ModelRequest> _requests = [];

    private ModelStandIn(WebApplication app) => _app = app;

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyCollection<ModelRequest> Requests => _requests;

    /// <summary>How it answers; well, if nothing else is said.</summary>
    public Func<ModelRequest, HttpContext, Task> Answer { get; set; } = (request, http) => WriteAsync(http, Completion(Good(request)));

    /// <summary>Its address, without a path.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>The settings of a bot that asks it.</summary>
    public string[] Settings => ["--LanguageModel:Provider=OpenAI", $"--LanguageModel:Endpoint={Address}/v1", "--LanguageModel:Deployment=stand-in", "--LanguageModel:ApiKey=key-of-the-library-4711"];

    /// <summary>Adds the official client of it, as the host would, to a conversation.</summary>
    /// <param name="answerWithin">How long a reader waits; a third of that for the search. Long enough for a busy machine where nothing is said.</param>
    /// <param name="more">Other settings.</param>
    public Action<IServiceCollection> Client(TimeSpan? answerWithin = null, params (string Name, string Value)[] more) => services => services.AddLanguageModel(LanguageModelSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(Settings.Select(setting => setting.TrimStart('-').Split('=', 2)).ToDictionary(setting => setting[0], setting => (string?)setting[1]))
        .AddInMemoryCollection(more.ToDictionary(setting => $"LanguageModel:{setting.Name}", setting => (string?)setting.Value))
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LanguageModel:AnswerWithin"] = (answerWithin ?? TimeSpan.FromSeconds(9)).ToString(),
            ["LanguageModel:SearchWordsWithin"] = ((answerWithin ?? TimeSpan.FromSeconds(9)) / 3).ToString(),
        })
        .Build()));

    public static async Task<ModelStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new ModelStandIn(builder.Build());
        model._app.MapPost("/v1/chat/completions", model.AnswerAsync);
        model._app.MapPost("/openai/deployments/{deployment}/chat/completions", model.AnswerAsync);
        await model._app.StartAsync();
        model.Address = model._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return model;
    }

    /// <summary>A completion with one choice.</summary>
    public static JObject Completion(string? content, string finish = "stop", string? refusal = null) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_770_000_000,
        ["model"] = "stand-in",
        ["choices"] = new JArray(new JObject
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["message"] = new JObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = refusal },
        }),
        ["usage"] = new JObject { ["prompt_tokens"] = 900, ["completion_tokens"] = 100, ["total_tokens"] = 1000 },
    };

    /// <summary>What a good model would say: words to search for, or the first candidates, each with a fit sentence.</summary>
    public static string Good(ModelRequest request) => request.IsSearch
        ? """{"groups":[["dogs","pets"],["friendship","amistad"],["humor","funny"]]}"""
        : Picks(request.Candidates.Take(request.Most).Select(candidate => ((int)candidate["id"]!, request.IsSpanish ? "Esta historia muestra cómo se ayudan los amigos." : "This story shows how friends can help each other.")));

    public static string Picks(IEnumerable<(int Id, string Why)> picks) =>
        new JObject { ["picks"] = new JArray(picks.Select(pick => new JObject { ["id"] = pick.Id, ["why"] = pick.Why })) }.ToString(Formatting.None);

    public static Task WriteAsync(HttpContext http, JToken body, int status = 200) => WriteAsync(http, body.ToString(Formatting.None), status);

    public static Task WriteAsync(HttpContext http, string body, int status = 200, string type = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(body, http.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var text = new StreamReader(http.Request.Body);
        var request = new ModelRequest(await text.ReadToEndAsync(), string.Join("\n", http.Request.Headers.Select(header => $"{header.Key}: {header.Value}")), http.Request.Path + http.Request.QueryString);
        _requests.Enqueue(request);
        await Answer(request, http);
    }
}

/// <summary>One request to a model.</summary>
internal sealed class ModelRequest(string body, string headers, string path)
{
    private readonly JObject _body = JObject.Parse(body);
    private JObject? _material;

    public string Body => body;

    public string Headers => headers;

    public string Path => path;

    public JObject Json => _body;

    public string System => (string)_body.SelectToken("messages[0].content")!;

    /// <summary>What the bot gave it to work on.</summary>
    public JObject Material => _material ??= JObject.Parse((string)_body.SelectToken("messages[1].content")!);

    public bool IsSearch => Material["candidates"] is null;

    public bool IsSpanish => (string?)Material["language"] == "Spanish";

    public string Request => (string)Material["request"]!;

    public int Most => (int)Material["most"]!;

    public IReadOnlyList<JObject> Candidates => [.. Material["candidates"]!.OfType<JObject>()];
}
