using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Support;

/// <summary>
/// Teams as far as a bot sees it: a real server at a <c>serviceUrl</c> that takes messages, updates and deletions and tells who is in a team or
/// chat, and that sends the bot what Teams sends.
/// </summary>
internal sealed class TeamsStandIn : IAsyncDisposable
{
    public const string Bot = "28:librarybot";
    public const string Tenant = "7a0a9d3e-0000-4000-8000-00000000000a";
    public const string Team = "19:general@thread.tacv2";

    private readonly WebApplication _app;
    private readonly HttpClient _bot;
    private readonly ConcurrentQueue<TeamsCall> _calls = [];
    private int _number;

    private TeamsStandIn(WebApplication app, HttpClient bot)
    {
        _app = app;
        _bot = bot;
    }

    /// <summary>Its address, for <c>activity.serviceUrl</c>.</summary>
    public string ServiceUrl { get; private set; } = string.Empty;

    /// <summary>Every call of the bot, in order.</summary>
    public IReadOnlyCollection<TeamsCall> Calls => _calls;

    /// <summary>Who is in every team and chat, as Teams lists them.</summary>
    public List<JObject> Members { get; } = [];

    /// <summary>The status of answers to questions about members; 200 answers them.</summary>
    public int MembersStatus { get; set; } = 200;

    /// <summary>How long such an answer takes.</summary>
    public TimeSpan MembersDelay { get; set; }

    /// <summary>How many members a page has at most.</summary>
    public int PageSize { get; set; } = 500;

    /// <summary>The status of answers to messages sent to a conversation; null takes the message.</summary>
    public Func<string, int?> Refusal { get; set; } = _ => null;

    /// <summary>The messages the bot sent, in order, with the conversation of each.</summary>
    public IReadOnlyList<JObject> Sent =>
        [.. _calls.Where(call => call.Method == "POST" && (string?)call.Body?["type"] == "message").Select(call => call.Body!)];

    public static async Task<TeamsStandIn> StartAsync(BotHost bot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var teams = new TeamsStandIn(builder.Build(), bot.Client);
        var app = teams._app;
        app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", teams.TakeAsync);
        app.MapPut("/v3/conversations/{conversation}/activities/{activity}", teams.TakeAsync);
        app.MapDelete("/v3/conversations/{conversation}/activities/{activity}", teams.TakeAsync);
        app.MapGet("/v3/conversations/{conversation}/pagedmembers", teams.PageAsync);
        app.MapGet("/v3/conversations/{conversation}/members/{member}", teams.MemberAsync);
        await app.StartAsync();
        teams.ServiceUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";
        return teams;
    }

    /// <summary>Sends an activity to the bot and gives its answer to it.</summary>
    public async Task<(HttpStatusCode Status, JObject? Body)> SendAsync(JObject activity)
    {
        using var response = await _bot.PostRawAsync(activity.ToString(Formatting.None));
        var body = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, body.Length == 0 ? null : JObject.Parse(body));
    }

    /// <summary>Sends an activity to the bot and gives the messages that came of it.</summary>
    public async Task<IReadOnlyList<JObject>> TellAsync(JObject activity)
    {
        var before = Sent.Count;
        var (status, body) = await SendAsync(activity);
        Assert.True(status == HttpStatusCode.OK, $"{status}: {body}");
        return [.. Sent.Skip(before)];
    }

    /// <summary>An activity of somebody's private chat with the bot.</summary>
    public JObject Personal(string type, string user = "29:somebody") => Activity(type, user, new JObject
    {
        ["conversationType"] = "personal",
        ["tenantId"] = Tenant,
        ["id"] = $"a:{user}",
    });

    /// <summary>An activity in a group chat.</summary>
    public JObject GroupChat(string type, string user = "29:somebody") => Activity(type, user, new JObject
    {
        ["isGroup"] = true,
        ["conversationType"] = "groupChat",
        ["tenantId"] = Tenant,
        ["id"] = "19:chat@thread.v2",
    });

    /// <summary>An activity in a channel of the team, in a thread where one is given.</summary>
    public JObject Channel(string type, string user = "29:somebody", string? thread = "1700000000000", string channel = Team)
    {
        var activity = Activity(type, user, new JObject
        {
            ["isGroup"] = true,
            ["conversationType"] = "channel",
            ["tenantId"] = Tenant,
            ["id"] = thread is null ? channel : $"{channel};messageid={thread}",
        });
        ((JObject)activity["channelData"]!).Merge(new JObject
        {
            ["team"] = new JObject { ["id"] = Team },
            ["channel"] = new JObject { ["id"] = channel },
        });
        return activity;
    }

    /// <summary>Says something that mentions the bot as Teams does.</summary>
    public static JObject Mentioning(JObject activity, string text, string name = "LibraryBot")
    {
        activity["text"] = text;
        activity["entities"] = new JArray(Mention(Bot, name));
        return activity;
    }

    public static JObject Mention(string id, string name) => new()
    {
        ["type"] = "mention",
        ["text"] = $"<at>{name}</at>",
        ["mentioned"] = new JObject { ["id"] = id, ["name"] = name },
    };

    /// <summary>The two activities with which Teams tells a bot that it was installed somewhere.</summary>
    public static IReadOnlyList<JObject> Installed(Func<string, JObject> where)
    {
        var installation = where("installationUpdate");
        installation["action"] = "add";
        var update = where("conversationUpdate");
        update["membersAdded"] = new JArray(new JObject { ["id"] = Bot });
        return [installation, update];
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private JObject Activity(string type, string user, JObject conversation) => new()
    {
        ["type"] = type,
        ["id"] = Guid.NewGuid().ToString("N"),
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["locale"] = "en-US",
        ["from"] = new JObject { ["id"] = user, ["name"] = "Somebody" },
        ["recipient"] = new JObject { ["id"] = Bot, ["name"] = "LibraryBot" },
        ["conversation"] = conversation,
        ["channelData"] = new JObject { ["tenant"] = new JObject { ["id"] = Tenant } },
    };

    private async Task<IResult> TakeAsync(HttpRequest request, string conversation, string? activity)
    {
        using var text = new StreamReader(request.Body);
        var json = await text.ReadToEndAsync();
        if (Refusal(conversation) is { } status)
        {
            return Results.Json(new { error = new { code = "BotNotInConversationRoster", message = "no" } }, statusCode: status);
        }

        var body = json.Length == 0 ? null : JObject.Parse(json);
        _calls.Enqueue(new TeamsCall(request.Method, conversation, activity, body));
        var id = $"sent-{Interlocked.Increment(ref _number)}";

        // A sentence with a card is shown as two messages, and then Teams gives no id.
        return request.Method == "POST" && (string?)body?["text"] is { Length: > 0 } && body?["attachments"] is JArray { Count: > 0 }
            ? Results.StatusCode(StatusCodes.Status202Accepted)
            : Results.Json(new { id });
    }

    private async Task<IResult> PageAsync(HttpRequest request, string conversation, string? continuationToken)
    {
        _calls.Enqueue(new TeamsCall(request.Method, conversation, "pagedmembers", null));
        await Task.Delay(MembersDelay, request.HttpContext.RequestAborted);
        var from = int.Parse(continuationToken ?? "0", CultureInfo.InvariantCulture);
        var next = from + PageSize;
        return MembersStatus != 200
            ? Results.Json(new { error = new { code = "Refused", message = "no" } }, statusCode: MembersStatus)
            : Results.Text(
                new JObject
                {
                    ["members"] = new JArray(Members.Skip(from).Take(PageSize)),
                    ["continuationToken"] = next < Members.Count ? next.ToString(CultureInfo.InvariantCulture) : null,
                }.ToString(),
                "application/json");
    }

    private async Task<IResult> MemberAsync(HttpRequest request, string conversation, string member)
    {
        _calls.Enqueue(new TeamsCall(request.Method, conversation, member, null));
        await Task.Delay(MembersDelay, request.HttpContext.RequestAborted);
        return MembersStatus == 200 && Members.Find(each => (string?)each["id"] == member) is { } found
            ? Results.Text(found.ToString(), "application/json")
            : Results.Json(new { error = new { code = "MemberNotFoundInConversation", message = "no" } }, statusCode: MembersStatus == 200 ? 404 : MembersStatus);
    }
}

/// <summary>A call of the bot to Teams.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Conversation">The conversation in its path.</param>
/// <param name="Of">The activity or member in its path, or null.</param>
/// <param name="Body">What it carried.</param>
internal sealed record TeamsCall(string Method, string Conversation, string? Of, JObject? Body);
