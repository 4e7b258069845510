using System.IO.Compression;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Support;

/// <summary>A request that a misbehaving channel might send.</summary>
internal sealed record BadRequest(int Number, byte[] Body, string ContentType, string? ContentEncoding, bool MustBeRefused, string What)
{
    public override string ToString() =>
        $"case {Number}, {(MustBeRefused ? "to be refused" : "as you like")}: {What}; {ContentType} {ContentEncoding}; {Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 3_000)))}";
}

/// <summary>
/// Makes malformed activities out of real ones: values of another type, members missing or added, strings that are huge or broken, nesting,
/// dates and numbers that are none, and then the text itself cut, doubled or in another encoding. Of five cases four are broken so that they must be
/// refused; the fifth may run a turn. The same seed makes the same cases.
/// </summary>
internal sealed class ActivityMutator(int seed, string serviceUrl)
{
    private static readonly string[] Names = [.. typeof(Microsoft.Bot.Schema.Activity).GetProperties()
        .Where(property => property.Name != "Properties").Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])];

    private static readonly string[] InvokeNames =
    [
        "adaptiveCard/action", "composeExtension/query", "composeExtension/queryLink", "composeExtension/selectItem", "composeExtension/submitAction", "composeExtension/fetchTask",
        "composeExtension/setting", "composeExtension/querySettingUrl", "composeExtension/onCardButtonClicked", "task/fetch", "task/submit", "tab/fetch", "tab/submit", "fileConsent/invoke",
        "actionableMessage/executeAction", "signin/verifyState", "signin/tokenExchange", "config/fetch", "config/submit", "message/submitAction", "application/search", "nobody/knows/this", "", " ",
    ];

    private const string OneByte = ", one byte changed";

    /// <summary>Values that a member may not have; "-" is to leave it out.</summary>
    private static readonly (string Name, string[] Values)[] Unacceptable =
    [
        ("type", ["-", "null", "\"\"", "{}", "[]", "{\"a\":1}"]),
        ("channelId", ["-", "null", "\"\"", "{}", "[1]"]),
        ("conversation", ["-", "null", "5", "\"c\"", "[]", "true", "{}", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":{}}", "{\"id\":[1]}", "{\"id\":\"c\",\"isGroup\":\"perhaps\"}"]),
        ("from", ["5", "\"me\"", "[]", "true", "{\"id\":{}}"]),
        ("recipient", ["5", "\"you\"", "[]", "true", "{\"id\":[]}"]),
        ("serviceUrl", ["{}", "[]", "\"not a url\"", "\"file:///etc/passwd\"", "\"ftp://127.0.0.1/\"", "\"/v3\"", "\"javascript:alert(1)\""]),
        ("timestamp", ["{}", "[]", "\"yesterday\"", "\"2026-13-45T99:99:99Z\""]),
        ("membersAdded", ["[null]", "[{}]", "[{\"name\":\"Ana\"}]", "[{\"id\":\" \"}]", "5", "\"x\"", "{\"a\":1}"]),
        ("membersRemoved", ["[null]", "[{}]", "5", "[[]]"]),
        ("attachments", ["[null]", "5", "\"x\"", "{\"a\":1}", "[5]"]),
        ("entities", ["[null]", "5", "{\"a\":1}", "[\"x\"]"]),
        ("reactionsAdded", ["[null]", "5", "[true]"]),
        ("text", ["{}", "[]", "[\"hello\"]"]),
    ];

    private readonly Random _random = new(seed);
    private int _number;

    public BadRequest Next()
    {
        var number = ++_number;
        var activity = Base(number);
        var what = new List<string>();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            what.Add(Mutate(activity));
        }

        // A way back to somewhere else would make the bot look for names; that is tried in a test of its own.
        if (activity["serviceUrl"] is JValue { Type: JTokenType.String } url && Uri.TryCreate((string)url!, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            activity["serviceUrl"] = serviceUrl;
        }

        var isBroken = number % 5 != 0;
        if (isBroken)
        {
            what.Add(Break(activity));
        }

        var (body, type, encoding, how) = Write(activity.ToString(Formatting.None));
        return new BadRequest(number, body, type, encoding, isBroken && how != OneByte, string.Join(", ", what) + how);
    }

    private JObject Base(int number)
    {
        var activity = new JObject
        {
            ["type"] = "message",
            ["id"] = $"m{number}",
            ["timestamp"] = "2026-11-27T09:30:00.123Z",
            ["localTimestamp"] = "2026-11-27T03:30:00.123-06:00",
            ["channelId"] = Pick("msteams", "test", "emulator", "webchat", "slack"),
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JObject { ["id"] = "teacher", ["name"] = "A. Teacher", ["aadObjectId"] = "3d1c9c7e-0000-4000-8000-000000000001" },
            ["conversation"] = new JObject { ["id"] = $"c{number}", ["conversationType"] = "personal", ["tenantId"] = "t" },
            ["recipient"] = new JObject { ["id"] = "28:bot", ["name"] = "LibraryBot" },
            ["locale"] = Pick("en-US", "es-MX"),
            ["deliveryMode"] = "expectReplies",
            ["channelData"] = new JObject { ["tenant"] = new JObject { ["id"] = "t" }, ["eventType"] = "teamMemberAdded", ["team"] = new JObject { ["id"] = "19:t", ["name"] = "Grade 4" } },
            ["entities"] = new JArray(new JObject { ["type"] = "clientInfo", ["locale"] = "en-US" }),
        };
        switch (_random.Next(10))
        {
            case < 3:
                activity["text"] = Pick("When is the library open?", "Do you have Hatchet?", "help", "¿Cuándo abre?");
                activity["attachments"] = new JArray(new JObject { ["contentType"] = "text/html", ["content"] = "<p>hello</p>" });
                ((JArray)activity["entities"]!).Add(new JObject { ["type"] = "mention", ["text"] = "<at>LibraryBot</at>", ["mentioned"] = new JObject { ["id"] = "28:bot" } });
                break;
            case 3:
                activity["value"] = new JObject { ["capability"] = "Recommendations", ["verb"] = "hold", ["title"] = 999_999 };
                break;
            case 4 or 5:
                activity["type"] = "invoke";
                activity["name"] = InvokeNames[_random.Next(InvokeNames.Length)];
                activity["value"] = new JObject
                {
                    ["action"] = new JObject { ["type"] = "Action.Execute", ["verb"] = "hold", ["data"] = new JObject { ["title"] = 1 } },
                    ["commandId"] = "searchCatalog",
                    ["parameters"] = new JArray(new JObject { ["name"] = "query", ["value"] = "dogs" }),
                    ["queryOptions"] = new JObject { ["skip"] = 0, ["count"] = 25 },
                };
                activity.Remove("deliveryMode");
                break;
            case 6:
                activity["type"] = "conversationUpdate";
                activity["membersAdded"] = new JArray(new JObject { ["id"] = "teacher" }, new JObject { ["id"] = "28:bot" });
                break;
            case 7:
                activity["type"] = "messageReaction";
                activity["reactionsAdded"] = new JArray(new JObject { ["type"] = "like" });
                activity["replyToId"] = "m0";
                break;
            case 8:
                activity["type"] = Pick("installationUpdate", "event", "typing", "endOfConversation", "messageUpdate", "messageDelete", "command", "handoff", "trace", "unknownType");
                activity["action"] = Pick("add", "remove");
                activity["name"] = Pick("application/vnd.microsoft.meetingStart", "tokens/response", "ContinueConversation", "CreateConversation");
                activity["value"] = new JObject { ["MeetingType"] = "x", ["StartTime"] = "2026-11-27T09:30:00Z" };
                break;
            default:
                activity["text"] = "a funny book for a 4th grader";
                activity["relatesTo"] = new JObject { ["activityId"] = "x", ["conversation"] = new JObject { ["id"] = "c" } };
                break;
        }

        return activity;
    }

    private string Mutate(JObject activity)
    {
        var places = activity.Descendants().OfType<JProperty>().ToList();
        var place = places[_random.Next(places.Count)];
        var path = place.Path;
        switch (_random.Next(8))
        {
            case 0:
                place.Remove();
                return $"without {path}";
            case 1:
                place.Value = JValue.CreateNull();
                return $"{path} null";
            case < 6:
                place.Value = Odd();
                return $"{path} odd";
            case 6:
                var name = Names[_random.Next(Names.Length)];
                activity[name] = Odd();
                return $"{name} odd";
            default:
                if (place.Parent!.Parent is JProperty { Value: JObject } or null)
                {
                    ((JObject)place.Parent)[Pick("__proto__", "$type", "$ref", "", "\u0000", "Type", "ID", "extra")] = Odd();
                }

                return $"more beside {path}";
        }
    }

    private string Break(JObject activity)
    {
        var (name, values) = Unacceptable[_random.Next(Unacceptable.Length)];
        var value = Pick(values);
        foreach (var same in activity.Properties().Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            same.Remove();
        }

        if (value != "-")
        {
            activity[name] = new JRaw(value);
        }

        return $"{name} {value}";
    }

    private JToken Odd() => _random.Next(24) switch
    {
        0 => new JValue(_random.Next(-5, 5)),
        1 => new JValue(long.MinValue),
        2 => new JValue(double.NaN),
        3 => new JValue(double.PositiveInfinity),
        4 => new JValue(1e308),
        5 => new JRaw("1" + new string('0', _random.Next(20, 600))),
        6 => new JValue(true),
        7 => new JArray(),
        8 => new JArray(JValue.CreateNull(), JValue.CreateNull()),
        9 => new JArray(1, "two", new JObject(), new JArray()),
        10 => new JObject(),
        11 => new JObject { ["id"] = new JObject(), ["type"] = new JArray(), ["content"] = 5 },
        12 => new JValue(""),
        13 => new JValue("   "),
        14 => new JValue(new string('a', Pick(300, 5_000, 70_000))),
        15 => new JValue("\u0000\u0001\ufffe\u202e"),
        16 => new JRaw("\"\\ud800\""),
        17 => new JRaw("\"\\udc00\\ud800 half\""),
        18 => new JValue(Pick("2026-13-45T99:99:99Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "yesterday", "/Date(1)/")),
        19 => new JRaw(Nested(_random.Next(5, 90))),
        20 => new JValue(Pick("'; DROP TABLE Titles; --", "<at>x</at>", "../../etc/passwd", "%00", "{0}{1}")),
        21 => new JValue(Pick("expectReplies", "notification", "invoke", "message", "ephemeral")),
        22 => new JValue(Pick("xx-YY-zzzzzzzzzzzz", "en", "es", "tlh", "-", "\n")),
        _ => new JRaw("-0.0e-400"),
    };

    private (byte[] Body, string Type, string? Encoding, string How) Write(string json)
    {
        const string Json = "application/json";
        var utf8 = Encoding.UTF8.GetBytes(json);
        switch (_random.Next(40))
        {
            case 0:
                return (utf8[.._random.Next(utf8.Length)], Json, null, ", cut");
            case 1:
                utf8[_random.Next(utf8.Length)] = (byte)_random.Next(256);
                return (utf8, Json, null, OneByte);
            case 2:
                return ([.. Encoding.UTF8.Preamble, .. utf8], Json, null, ", with a byte order mark");
            case 3:
                return ([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(json)], Pick(Json, Json + "; charset=utf-16"), null, ", in UTF-16");
            case 4:
                using (var packed = new MemoryStream())
                {
                    using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                    {
                        gzip.Write(utf8);
                    }

                    return (packed.ToArray(), Json, Pick("gzip", null), ", packed");
                }

            case 5:
                return ([.. utf8, .. utf8], Json, null, ", twice");
            case 6:
                return (Encoding.UTF8.GetBytes($"[{json}]"), Json, null, ", in a list");
            case 7:
                return (Encoding.UTF8.GetBytes($"{json[..^1]},{json[1..]}"), Json, null, ", every key twice");
            case 8:
                return (Encoding.UTF8.GetBytes($"{json[..^1]},\"type\":\"message\",\"type\":[]}}"), Json, null, ", its type twice");
            case 9:
                return (Encoding.UTF8.GetBytes($"{json[..^1]},\"value\":{Nested(30_000)}}}"), Json, null, ", very deep");
            case 10:
                return (utf8, Pick("text/plain", "application/xml", "multipart/form-data", "application/json;charset=", "x", "application/json, text/json"), null, ", of another type");
            case 11:
                return ([0xC3, 0x28, .. utf8, 0xFF], Json, null, ", no UTF-8");
            case 12:
                return (Encoding.UTF8.GetBytes($"/* */ {json} // end"), Json, null, ", with comments");
            default:
                return (utf8, Json, null, string.Empty);
        }
    }

    private string Nested(int depth) => _random.Next(2) == 0
        ? new string('[', depth) + new string(']', depth)
        : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
