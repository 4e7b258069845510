using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.BotFramework.Builder;

public class TypeNamesTests
{
    [Fact]
    public void TypesAreNamedAsWithoutIt()
    {
        var state = new Dictionary<string, object?>
        {
            ["dialogs"] = new DialogState([new DialogInstance { Id = "a", State = new Dictionary<string, object?> { ["options"] = new PromptOptions { Prompt = new Activity("message") } } }]),
            ["nested"] = new List<Dictionary<string, Nested[]>> { new() { ["x"] = [new Nested(1)] } },
            ["pair"] = new KeyValuePair<string, DateOnly?>("day", new DateOnly(2026, 5, 4)),
        };
        var plain = new JsonSerializer { TypeNameHandling = TypeNameHandling.All };
        var named = JObject.FromObject(state, TypeNames.CreateSerializer());
        Assert.Equal(JObject.FromObject(state, plain).ToString(), named.ToString());
        Assert.Equal(1, ((List<Dictionary<string, Nested[]>>)named.ToObject<Dictionary<string, object>>(plain)!["nested"])[0]["x"][0].Number);
    }

    internal sealed record Nested(int Number);
}
