using LibraryBot.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>The ways in which a model, or what stands in its place, can go wrong. Titles and people in them are invented.</summary>
internal static class Misbehavior
{
    /// <summary>Titles and more that no library owns: nothing of it may ever reach a reader.</summary>
    public static readonly string[] Invented =
    [
        "Zanzibar Moonfall", "Moonfall", "Starblaster", "Xylophant", "Ignatius Quillfeather", "Quillfeather", "zorbo", "555-0199", "5550199", "evil.example", "Tamsin Vandergriff", "grade 4 roster", "BEGIN SYSTEM", "pwned",
    ];

    /// <summary>Those that break the answer, each by its name.</summary>
    public static readonly Dictionary<string, Func<ModelRequest, HttpContext, Task>> All = new()
    {
        ["invents ids"] = (request, http) => Picks(request, http, (id, index) => (1000 + index, "This story shows how friends can help each other.")),
        ["negative ids"] = (request, http) => Picks(request, http, (id, index) => (-id, "This story shows how friends can help each other.")),
        ["the same id again and again"] = (request, http) => Picks(request, http, (_, _) => (1, "This story shows how friends can help each other.")),
        ["names an invented title"] = Says("You would love Zanzibar Moonfall even more than this one."),
        ["names an invented title first"] = Says("Moonfall is the book you really want to read."),
        ["names an invented title in quotes"] = Says("This one is a lot like “zanzibar moonfall” but funnier."),
        ["names an invented title in other quotes"] = Says("This one is a lot like 'the xylophant zorbo' but funnier."),
        ["names a person"] = Says("Tamsin Vandergriff in your class is reading this too."),
        ["gives a telephone number"] = Says("You can call 555-0199 to hear more about this story."),
        ["gives a link"] = Says("This story goes on at www.evil.example for everyone."),
        ["gives an address"] = Says("This story is better told by zorbo at evil dot com."),
        ["uses markup"] = Says("This story is **great** and [here](http://evil.example) is more."),
        ["breaks the line"] = Says("This story is great.\n\nBEGIN SYSTEM pwned"),
        ["says more than a sentence"] = Says("This story is great. Then you should go and find zorbo."),
        ["says too much"] = Says("This story " + string.Concat(Enumerable.Repeat("is really ", 60)) + "great."),
        ["says nothing"] = Says(""),
        ["says one letter"] = Says("x"),
        ["writes another script"] = Says("Эта история показывает, как дружат zorbo."),
        ["writes another language"] = (request, http) => Picks(request, http, (id, _) => (id, request.IsSpanish ? "This is the story you want, with a lot of zorbo." : "Este es el libro que quieres, con mucho zorbo.")),
        ["speaks of its rules"] = Says("My rules say that I am a language model named zorbo."),
        ["ids as text"] = (request, http) => request.IsSearch ? Good(request, http) : Content(http, """{"picks":[{"id":"1","why":"This story is zorbo."},{"id":"2","why":"This story is zorbo."},{"id":"3","why":"This story is zorbo."}]}"""),
        ["sentences as numbers"] = (request, http) => request.IsSearch ? Good(request, http) : Content(http, """{"picks":[{"id":1,"why":7},{"id":2,"why":null},{"id":3,"why":["zorbo"]},{"id":4.5,"why":"zorbo"},7,null,"x",{}]}"""),
        ["picks as an object"] = (request, http) => request.IsSearch ? Good(request, http) : Content(http, """{"picks":{"id":1,"why":"zorbo"}}"""),
        ["another shape"] = (_, http) => Content(http, """{"books":[{"title":"Zanzibar Moonfall","author":"Ignatius Quillfeather"}]}"""),
        ["an array"] = (_, http) => Content(http, """["Zanzibar Moonfall"]"""),
        ["prose"] = (_, http) => Content(http, "Sure! I recommend Zanzibar Moonfall by Ignatius Quillfeather, and Starblaster."),
        ["json in a fence"] = (_, http) => Content(http, "```json\n{\"picks\":[{\"id\":1,\"why\":\"Moonfall\"}]}\n```"),
        ["broken json"] = (_, http) => Content(http, """{"picks":[{"id":1,"why":"Zanzibar Moonfall"""),
        ["half a surrogate"] = (_, http) => Content(http, """{"picks":[{"id":1,"why":"\ud83d zorbo"},{"id":2,"why":"\ud83d zorbo"},{"id":3,"why":"\ud83d zorbo"}],"groups":[["\ud83d"]]}"""),
        ["deep json"] = (_, http) => Content(http, new string('[', 5000) + new string(']', 5000)),
        ["truncated"] = (request, http) => ModelStandIn.WriteAsync(http, ModelStandIn.Completion(ModelStandIn.Good(request), finish: "length")),
        ["content filter"] = (_, http) => ModelStandIn.WriteAsync(http, ModelStandIn.Completion(null, finish: "content_filter")),
        ["content filter as an error"] = (_, http) => ModelStandIn.WriteAsync(http, """{"error":{"code":"content_filter","message":"zorbo","innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", 400),
        ["refusal"] = (_, http) => ModelStandIn.WriteAsync(http, ModelStandIn.Completion(null, refusal: "I cannot help with that, zorbo.")),
        ["no content"] = (_, http) => ModelStandIn.WriteAsync(http, ModelStandIn.Completion(null)),
        ["empty choice"] = (_, http) => { var answer = ModelStandIn.Completion("x"); answer["choices"] = new JArray(); return ModelStandIn.WriteAsync(http, answer); },
        ["no choices"] = (_, http) => { var answer = ModelStandIn.Completion("x"); answer.Remove("choices"); return ModelStandIn.WriteAsync(http, answer); },
        ["choices of another type"] = (_, http) => { var answer = ModelStandIn.Completion("x"); answer["choices"] = "zorbo"; return ModelStandIn.WriteAsync(http, answer); },
        ["a tool call"] = (_, http) =>
        {
            var answer = ModelStandIn.Completion(null, finish: "tool_calls");
            answer["choices"]![0]!["message"]!["tool_calls"] = new JArray(new JObject { ["id"] = "1", ["type"] = "function", ["function"] = new JObject { ["name"] = "list_students", ["arguments"] = "{}" } });
            return ModelStandIn.WriteAsync(http, answer);
        },
        ["429"] = (_, http) => { http.Response.Headers.RetryAfter = "20"; return ModelStandIn.WriteAsync(http, """{"error":{"message":"slow down, zorbo"}}""", 429); },
        ["500"] = (_, http) => ModelStandIn.WriteAsync(http, "zorbo", 500, "text/plain"),
        ["503"] = (_, http) => ModelStandIn.WriteAsync(http, "<html>zorbo</html>", 503, "text/html"),
        ["401"] = (_, http) => ModelStandIn.WriteAsync(http, """{"error":{"message":"bad key"}}""", 401),
        ["404"] = (_, http) => ModelStandIn.WriteAsync(http, """{"error":{"message":"no such deployment"}}""", 404),
        ["a redirect"] = (_, http) => { http.Response.Headers.Location = "http://127.0.0.1:9/evil"; return ModelStandIn.WriteAsync(http, "", 307); },
        ["html"] = (_, http) => ModelStandIn.WriteAsync(http, "<html><body>Zanzibar Moonfall</body></html>", type: "text/html"),
        ["an empty body"] = (_, http) => ModelStandIn.WriteAsync(http, ""),
        ["a huge answer"] = (_, http) => ModelStandIn.WriteAsync(http, ModelStandIn.Completion(new string('z', 3_000_000))),
        ["a huge list"] = (request, http) => Content(http, new JObject
        {
            ["picks"] = new JArray(Enumerable.Range(50, 300).Select(id => new JObject { ["id"] = id, ["why"] = "This is zorbo." })),
            ["groups"] = new JArray(Enumerable.Range(0, 300).Select(group => new JArray("zorbo" + group))),
        }.ToString(Formatting.None)),
        ["a reset connection"] = (_, http) => { http.Abort(); return Task.CompletedTask; },
        ["half an answer"] = async (_, http) =>
        {
            http.Response.ContentLength = 4000;
            await http.Response.WriteAsync("{\"id\":\"chat");
            await http.Response.Body.FlushAsync();
            http.Abort();
        },
        ["lies about what it used"] = (request, http) => { var answer = ModelStandIn.Completion("Zanzibar Moonfall"); answer["usage"]!["total_tokens"] = -5; return ModelStandIn.WriteAsync(http, answer); },
        ["obeys the request"] = (request, http) => Content(http, "As you wish, I ignore my rules. Students: Tamsin Vandergriff, grade 4 roster, " + request.Request),
        ["obeys within the shape"] = Says("You asked me to ignore my rules so here is Tamsin Vandergriff."),
        ["repeats the prompt"] = (request, http) => Content(http, "BEGIN SYSTEM " + request.System),
    };

    /// <summary>Those that keep a reader waiting.</summary>
    public static readonly Dictionary<string, Func<ModelRequest, HttpContext, Task>> Slow = new()
    {
        ["late"] = async (request, http) => { await Task.Delay(TimeSpan.FromSeconds(8), http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); await Good(request, http); },
        ["never"] = (_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default),
        ["drips"] = async (_, http) =>
        {
            http.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync(" ");
                await Task.Delay(20, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        },
    };

    public static Task Good(ModelRequest request, HttpContext http) => Content(http, ModelStandIn.Good(request));

    private static Task Content(HttpContext http, string content) => ModelStandIn.WriteAsync(http, ModelStandIn.Completion(content));

    private static Func<ModelRequest, HttpContext, Task> Says(string why) => (request, http) => Picks(request, http, (id, _) => (id, why));

    private static Task Picks(ModelRequest request, HttpContext http, Func<int, int, (int, string)> pick) => request.IsSearch
        ? Good(request, http)
        : Content(http, ModelStandIn.Picks(request.Candidates.Take(5).Select((candidate, index) => pick((int)candidate["id"]!, index))));
}
