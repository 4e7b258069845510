using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.People;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Tests.Support;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Dialogs.Kits;

public sealed class KitDialogTests
{
    [Fact]
    public async Task AFullSentenceIsAKitAtOnce()
    {
        await using var talk = await KitTalk.WithAsync();

        var reply = await talk.SayAsync(KitTalk.Request);

        Assert.Contains("Here is a kit on ecosystems", reply.Text, StringComparison.Ordinal);
        Assert.Contains("For the class: 5 of 5 copies", reply.All, StringComparison.Ordinal);
        Assert.Contains("For those who read at grade 2: 2 of 2 copies", reply.All, StringComparison.Ordinal);
        Assert.Contains("For those who read Spanish: 1 of 1 copies", reply.All, StringComparison.Ordinal);
        Assert.Contains("Science Center", reply.Buttons);
    }

    [Fact]
    public async Task WhoeverSaysOnlyTheTopicIsAskedOnceForTheClass()
    {
        await using var talk = await KitTalk.WithAsync();

        var asked = await talk.SayAsync("i need a kit about ecosystems");
        var reply = await talk.SayAsync("5th grade, 6 students");

        Assert.Contains("What grade is it for, and how many students?", asked.Text, StringComparison.Ordinal);
        Assert.Contains("For the class: 6 of 6 copies", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverSaysNothingIsAskedForTheTopicAndNotTwiceForTheRest()
    {
        await using var talk = await KitTalk.WithAsync();

        var asked = await talk.SayAsync("make me a kit for grade 5, 6 students");
        var reply = await talk.SayAsync("ecosystems");

        Assert.Contains("What is the unit about?", asked.Text, StringComparison.Ordinal);
        Assert.Contains("For the class: 6 of 6 copies", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverDoesNotKnowYetGetsAKitAllTheSame()
    {
        await using var talk = await KitTalk.WithAsync();

        var asked = await talk.SayAsync("i need a kit about ecosystems");
        var reply = await talk.PressAsync(asked, "I do not know yet");

        Assert.Contains("For the class", reply.All, StringComparison.Ordinal);
        Assert.DoesNotContain("missing", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsMissingIsSaid()
    {
        await using var talk = await KitTalk.WithAsync();

        var reply = await talk.SayAsync("Kit on ecosystems, grade 5, 28 students, three in Spanish");

        Assert.Contains("What is missing", reply.All, StringComparison.Ordinal);
        Assert.Contains("For those who read Spanish: only 1 copy for 3.", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKitIsChangedInConversation()
    {
        await using var talk = await KitTalk.WithAsync();
        await talk.SayAsync(KitTalk.Request);

        Assert.Contains("For the class: 6 of 6 copies", (await talk.SayAsync("9 students instead")).All, StringComparison.Ordinal);
        var second = await talk.SayAsync("without the second one");
        Assert.StartsWith("Without ", second.Text, StringComparison.Ordinal);
        Assert.Contains("With Hatchet", (await talk.SayAsync("add Brian's Winter")).Text.Replace("Brian's Winter", "Hatchet", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Without Brian's Winter", (await talk.SayAsync("without that one")).Text, StringComparison.Ordinal);
        Assert.Contains("all the library has", (await talk.SayAsync("more in Spanish")).Text, StringComparison.Ordinal);
        Assert.Contains("easier by 1 grade", (await talk.SayAsync("easier please")).All, StringComparison.Ordinal);
        Assert.DoesNotContain("easier by", (await talk.SayAsync("undo")).All, StringComparison.Ordinal);
        Assert.Contains("does not have", (await talk.SayAsync("add The Book of No Such Name")).Text, StringComparison.Ordinal);
        Assert.Contains("no number 77", (await talk.SayAsync("remove number 77")).Text, StringComparison.Ordinal);
        Assert.Contains("without films", (await talk.SayAsync("no videos")).All, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("No graphic novels on this", (await talk.SayAsync("add some graphic novels")).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKitIsMadeInSpanish()
    {
        await using var talk = await KitTalk.WithAsync();

        var reply = await talk.SayAsync("Kit sobre ecosistemas, quinto grado, 8 alumnos, dos leen a nivel de segundo grado, uno en español", "es");
        var more = await talk.SayAsync("10 alumnos mejor", "es");
        var saved = await talk.SayAsync("guárdalo como Otoño", "es");

        Assert.Contains("Para la clase: 5 de 5 ejemplares", reply.All, StringComparison.Ordinal);
        Assert.Contains("Para quienes leen español: 1 de 1", reply.All, StringComparison.Ordinal);
        Assert.Contains("Para la clase: 7 de 7", more.All, StringComparison.Ordinal);
        Assert.Contains("«Otoño»", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllIsHeldOnceAndAgainOnce()
    {
        await using var talk = await KitTalk.WithAsync();
        var kit = await talk.SayAsync(KitTalk.Request);

        var held = await talk.SayAsync("hold all");
        var again = await talk.PressAsync(kit, "Hold all");

        Assert.Contains("on hold for you", held.Text, StringComparison.Ordinal);
        Assert.Contains("cannot be put on hold: Ecosystems Online", held.Text, StringComparison.Ordinal);
        Assert.Contains("You have all of them on hold already", again.Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal(await library.Holds.Select(hold => hold.TitleId).Distinct().CountAsync(), await library.Holds.CountAsync());
    }

    [Theory]
    [InlineData("en", "These I did not hold, for there may be 1 holds at once: ", "I put 1 title on hold for you.")]
    [InlineData("es", "Estos no los aparté, porque puede haber 1 apartados a la vez: ", "Aparté 1 título para ti.")]
    public async Task HoldingAllKeepsToTheLimitOnHolds(string language, string notHeld, string held)
    {
        await using var talk = await KitTalk.WithAsync(circulation: new CirculationSettings { Teacher = new LendingRules { MostHolds = 1 } });
        await talk.SayAsync(language == "en" ? KitTalk.Request : "un kit sobre ecosistemas, quinto grado, 8 estudiantes", language);

        var holdAll = language == "en" ? "hold all" : "aparta todo";
        var said = await talk.SayAsync(holdAll, language);
        var again = await talk.SayAsync(holdAll, language);

        Assert.Contains(held, said.Text, StringComparison.Ordinal);
        Assert.Contains(notHeld, said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(held, again.Text, StringComparison.Ordinal);
        Assert.Contains(notHeld, again.Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal(1, await library.Holds.CountAsync());
    }

    [Fact]
    public async Task AKitIsKeptOpenedReplacedAndDeleted()
    {
        await using var talk = await KitTalk.WithAsync();
        await talk.SayAsync(KitTalk.Request);

        Assert.Contains("“Ecosystems fall”", (await talk.SayAsync("save it as Ecosystems fall")).Text, StringComparison.Ordinal);
        await talk.SayAsync("7 students instead");
        Assert.Contains("“Ecosystems fall”", (await talk.SayAsync("save it")).Text, StringComparison.Ordinal);
        await talk.SayAsync("start over");
        var mine = await talk.SayAsync("my kits");
        Assert.Contains("Ecosystems fall", mine.All, StringComparison.Ordinal);
        var opened = await talk.PressAsync(mine, "Open");
        Assert.Contains("Here is your kit “Ecosystems fall”", opened.Text, StringComparison.Ordinal);
        Assert.Contains("7 students", opened.All, StringComparison.Ordinal);

        await talk.SayAsync("start over");
        await talk.SayAsync(KitTalk.Request);
        var taken = await talk.SayAsync("save it as ecosystems FALL");
        Assert.Contains("Shall I put this one in its place?", taken.All, StringComparison.Ordinal);
        Assert.Contains("“Ecosystems fall”", (await talk.PressAsync(taken, "Replace it")).Text, StringComparison.Ordinal);
        Assert.Contains("is deleted", (await talk.SayAsync("delete the kit ecosystems fall")).Text, StringComparison.Ordinal);
        Assert.Contains("no kits yet", (await talk.SayAsync("my kits")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherTeacherOpensWhatIsSharedAndKeepsACopyAndTheOwnerWithdraws()
    {
        await using var talk = await KitTalk.WithAsync();
        await talk.SayAsync(KitTalk.Request);
        var owner = talk.Speaker;
        var shared = await talk.SayAsync("share it");
        var code = System.Text.RegularExpressions.Regex.Match(shared.All, "open kit (?<code>[A-Za-z0-9_-]{32})").Groups["code"].Value;
        Assert.Contains($"https://bot.oak.example.org/kits/{code}?lang=en", shared.All, StringComparison.Ordinal);
        Assert.Contains("CSV file", shared.Buttons);

        talk.Speaker = await StaffAsync(talk);
        await talk.SayAsync("start over");
        var opened = await talk.SayAsync($"open kit {code}");
        Assert.Contains("shared with you", opened.Text, StringComparison.Ordinal);
        Assert.Contains("I keep this kit as", (await talk.SayAsync("save it as Mine now")).Text, StringComparison.Ordinal);
        Assert.Contains("no link", (await talk.SayAsync("stop sharing")).Text, StringComparison.Ordinal);

        talk.Speaker = owner;
        await talk.PressAsync(shared, "Stop sharing");
        talk.Speaker = await StaffAsync(talk);
        Assert.Contains("leads to no kit", (await talk.SayAsync($"open kit {code}")).Text, StringComparison.Ordinal);
        Assert.Contains("Mine now", (await talk.SayAsync("my kits")).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Student)]
    [InlineData(Role.Family)]
    [InlineData(Role.Volunteer)]
    [InlineData(Role.Visitor)]
    public async Task WhoeverIsNoStaffIsKindlyPointedToBooks(Role role)
    {
        await using var talk = await KitTalk.WithAsync(role);

        var reply = await talk.SayAsync(KitTalk.Request);

        Assert.Contains("I can find books for you", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["Find a book for me"], reply.Buttons);
        Assert.DoesNotContain("Kit for a unit", (await talk.SayAsync("menu")).Buttons);
    }

    [Fact]
    public async Task WhereOthersReadAlongNothingPrivateIsSaid()
    {
        await using var talk = await KitTalk.WithAsync();
        await talk.SayAsync(KitTalk.Request);
        await talk.SayAsync("save it as Secret plans");

        talk.Adapter.Conversation.Conversation!.IsGroup = true;
        await talk.SayAsync(KitTalk.Request);
        var held = await talk.SayAsync("hold all");
        var mine = await talk.SayAsync("my kits");

        Assert.DoesNotContain("Ecosystems", held.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", mine.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recommend a funny book about dogs")]
    [InlineData("do you have Hatchet?")]
    [InlineData("when do you close?")]
    public async Task WhatIsAboutSomethingElseIsAnsweredAsThat(string text)
    {
        await using var talk = await KitTalk.WithAsync();
        await talk.SayAsync(KitTalk.Request);

        var reply = await talk.SayAsync(text);

        Assert.DoesNotContain("kit", reply.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{"capability":"Kits","verb":"hold"}""")]
    [InlineData("""{"capability":"Kits","verb":"hold","request":"{","titles":[1,2]}""")]
    [InlineData("""{"capability":"Kits","verb":"save","request":"{\"Topics\":null,\"Groups\":[null],\"Grades\":{\"Low\":99,\"High\":-99}}"}""")]
    [InlineData("""{"capability":"Kits","verb":"explode","request":"{\"Topics\":[\"sharks\"]}"}""")]
    [InlineData("""{"capability":"Kits","verb":"open","kit":99999}""")]
    [InlineData("""{"capability":"Kits","verb":"withdraw","kit":1}""")]
    public async Task AForgedButtonGetsAnHonestAnswer(string value)
    {
        await using var talk = await KitTalk.WithAsync();

        var reply = await talk.SendAsync(new Activity(ActivityTypes.Message) { Value = JObject.Parse(value), Locale = "en-US" });

        Assert.NotEmpty(reply.Text);
        await using var library = talk.Library();
        Assert.Equal((0, 0), (await library.Holds.CountAsync(), await library.UnitKits.CountAsync()));
    }

    private static async Task<Speaker> StaffAsync(LibraryBot.Tests.Support.Conversation talk)
    {
        await using var library = talk.Library();
        var staff = await library.People.SingleOrDefaultAsync(person => person.Key == "staff");
        if (staff is null)
        {
            staff = new Person { Key = "staff", DisplayName = "Mr. Lee", Role = Role.Staff };
            library.Add(staff);
            await library.SaveChangesAsync();
        }

        return Speaker.From(staff);
    }
}
