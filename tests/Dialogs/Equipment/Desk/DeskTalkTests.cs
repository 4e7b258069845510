using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Data.People;
using LibraryBot.Data.Sample;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Equipment.Desk;

/// <summary>The librarian's side in the sample school; it is Tuesday, March 3, 2026, ten in the morning.</summary>
public sealed class DeskTalkTests
{
    [Fact]
    public async Task ThePullListSaysWhatHasToBeReadyAndHandsItOut()
    {
        await using var talk = await NewAsync();
        Assert.Contains("nothing to get ready", (await talk.SayAsync("what do i need to pull today")).Text, StringComparison.Ordinal);
        await BookAsync(talk, "chromebooks", 30, 10.5);

        var list = await talk.SayAsync("what do i need to pull today");

        Assert.Contains("30 Chromebooks", list.All, StringComparison.Ordinal);
        Assert.Contains("30 from Chromebook Cart A: Library workroom", list.All, StringComparison.Ordinal);
        Assert.Contains("Ms. Lee", list.All, StringComparison.Ordinal);
        Assert.Contains("Handed out.", (await talk.PressAsync(list, "Hand out")).Text, StringComparison.Ordinal);
        Assert.Contains("handed out already", (await talk.PressAsync(list, "Hand out")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABookingIsApprovedOnce()
    {
        await using var talk = await NewAsync();
        Assert.Contains("Nothing waits", (await talk.SayAsync("approve")).Text, StringComparison.Ordinal);
        await BookAsync(talk, "makerspace", 1, 13);

        var waiting = await talk.SayAsync("approve");

        Assert.Contains("Ms. Lee", waiting.All, StringComparison.Ordinal);
        Assert.Contains("Approved, and they are told.", (await talk.PressAsync(waiting, "Approve")).Text, StringComparison.Ordinal);
        Assert.Contains("approved already", (await talk.PressAsync(waiting, "Approve")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoDeclinesSaysWhy()
    {
        await using var talk = await NewAsync();
        await BookAsync(talk, "makerspace", 1, 13);

        var why = await talk.SayAsync("decline because the room is being painted");

        Assert.Contains("the room is being painted", why.All, StringComparison.Ordinal);
        Assert.Contains("Please say why", (await talk.PressAsync(why, "Decline")).Text, StringComparison.Ordinal);
        var filled = why.Button("Decline");
        filled["reason"] = "The room is being painted.";
        Assert.Contains("Declined, and they are told why.", (await talk.SendAsync(new Microsoft.Bot.Schema.Activity("message") { Value = filled, Locale = "en-US" })).Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal("The room is being painted.", (await library.Bookings.SingleAsync()).DeclineReason);
    }

    [Fact]
    public async Task ABarcodeGoesOutAndComesBack()
    {
        await using var talk = await NewAsync();
        await BookAsync(talk, "document-camera", 1, 10);

        Assert.Contains("31427000000101 is handed out. Ms. Lee: Document camera", (await talk.SayAsync("check out 31427000000101")).Text, StringComparison.Ordinal);
        Assert.Contains("is out already", (await talk.SayAsync("check out 31427000000101")).Text, StringComparison.Ordinal);
        Assert.Contains("Back in the library: Ms. Lee", (await talk.SayAsync("check in 31427000000101 damaged, lens cracked")).Text, StringComparison.Ordinal);
        Assert.Contains("was not handed out by its barcode", (await talk.SayAsync("check in 31427000000101")).Text, StringComparison.Ordinal);
        Assert.Contains("noted as damaged", (await talk.SayAsync("check out 31427000000101")).Text, StringComparison.Ordinal);
        Assert.Contains("works again", (await talk.SayAsync("31427000000101 is fixed")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing has the barcode 99999", (await talk.SayAsync("check out 99999")).Text, StringComparison.Ordinal);
        Assert.Contains("Which barcode", (await talk.SayAsync("hand out the thing")).Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Contains("lens cracked", (await library.Set<UnitLoan>().SingleAsync()).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsClosedIsConfirmedFirstAndThoseAffectedAreCounted()
    {
        await using var talk = await NewAsync();
        await BookAsync(talk, "cart-b", 1, 13);

        var question = await talk.SayAsync("close cart b until friday for repair");

        Assert.Contains("Shall I close Chromebook Cart B from now until the morning of Friday, March 6? Reason", question.All, StringComparison.Ordinal);
        Assert.Contains("Reason: repair", question.All, StringComparison.Ordinal);
        Assert.Contains("One booking cannot be met", (await talk.PressAsync(question, "Close it")).Text, StringComparison.Ordinal);
        Assert.Contains("closed already", (await talk.PressAsync(question, "Close it")).Text, StringComparison.Ordinal);

        var closed = await talk.SayAsync("open cart b again");
        Assert.Contains("is open again", (await talk.PressAsync(closed, "Open again")).Text, StringComparison.Ordinal);
        Assert.Contains("open already", (await talk.PressAsync(closed, "Open again")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWeekAndTheUseAreShownWithoutNames()
    {
        await using var talk = await NewAsync();
        await BookAsync(talk, "cart-b", 1, 13);

        var week = await talk.SayAsync("show me cart b this week");
        Assert.Contains("Tuesday, March 3\n1:00 PM to 2:00 PM: taken", week.All.Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Lee", week.All, StringComparison.Ordinal);

        var use = await talk.SayAsync("how is cart b used this month");
        Assert.Contains("Use from Sunday, March 1 to Tuesday, March 3", use.All, StringComparison.Ordinal);
        Assert.Contains("Booked 1 of", use.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Lee", use.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsOutIsListedWithWhoHasItAndTakenBack()
    {
        await using var talk = await NewAsync();
        Assert.Contains("Nothing is out.", (await talk.SayAsync("what equipment is out")).Text, StringComparison.Ordinal);
        await BookAsync(talk, "cart-b", 1, 10);
        await talk.PressAsync(await talk.SayAsync("what do i need to pull today"), "Hand out");

        var all = await talk.SayAsync("what equipment is out");
        var one = await talk.SayAsync("who has cart b");

        Assert.All([all, one], list => Assert.Contains("Ms. Lee", list.All, StringComparison.Ordinal));
        Assert.Contains("nothing is out", (await talk.SayAsync("who has cart a")).Text, StringComparison.Ordinal);
        Assert.Contains("Back in the library", (await talk.PressAsync(all, "All is back")).Text, StringComparison.Ordinal);
        Assert.Contains("nothing is out", (await talk.SayAsync("who has cart b")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is out", "Nothing is out.")]
    [InlineData("anything waiting for approval?", "Nothing waits")]
    [InlineData("usage last month", "Use from Sunday, February 1 to Saturday, February 28")]
    [InlineData("show me cart b this week", "week of")]
    [InlineData("cart a wont turn on", "Shall I close Chromebook Cart A")]
    public async Task TheDeskIsReachedInTheMiddleOfABooking(string said, string answer)
    {
        await using var talk = await NewAsync();
        Assert.Contains("When?", (await talk.SayAsync("book the makerspace")).All, StringComparison.Ordinal);

        Assert.Contains(answer, (await talk.SayAsync(said)).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("close for repair cart b from monday to wednesday", "Reason: repair")]
    [InlineData("close cart b for the book fair on friday", "Reason: the book fair")]
    [InlineData("close cart b on friday because of the fair", "Reason: the fair")]
    [InlineData("close cart b for cleaning until friday", "Reason: cleaning")]
    [InlineData("close cart b because cart b needs a new lock", "Reason: cart b needs a new lock")]
    [InlineData("close cart a and cart b for repair", "Which one? We have Chromebook Cart A and Chromebook Cart B.")]
    [InlineData("close the cart for repair", "Which one? We have Chromebook Cart A and Chromebook Cart B.")]
    [InlineData("who has the cart", "Chromebook Cart A and Chromebook Cart B: nothing is out.")]
    [InlineData("the document camera does not work", "Shall I close Document camera from now, with no end yet")]
    [InlineData("30999 is broken", "Nothing has the barcode 30999")]
    [InlineData("what is closed", "Nothing of that is closed")]
    public async Task AReasonIsWhatWasSaidOfIt(string said, string answer)
    {
        await using var talk = await NewAsync();

        Assert.Contains(answer, (await talk.SayAsync(said)).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qué tengo que preparar hoy", "No hay nada que preparar")]
    [InlineData("aprobar", "Nada espera tu aprobación")]
    [InlineData("entregar 30999", "Nada tiene el código 30999")]
    [InlineData("cierra el carrito b hasta el viernes por reparación", "hasta la mañana del viernes 6 de marzo")]
    [InlineData("muéstrame el carrito b la próxima semana", "Libre todo el día")]
    public async Task ItIsAskedInSpanish(string said, string answer)
    {
        await using var talk = await NewAsync();

        Assert.Contains(answer, (await talk.SayAsync(said, "es-US")).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Teacher, "what do i need to pull today")]
    [InlineData(Role.Student, "approve")]
    [InlineData(Role.Student, "check out 31427000000101")]
    public async Task OthersAreKindlyRefused(Role role, string said)
    {
        await using var talk = await NewAsync(role);

        var answer = (await talk.SayAsync(said)).Text;

        Assert.Contains("Ms. Rivera", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("get ready", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"capability\":\"Equipment/Desk\",\"verb\":\"approve\",\"number\":99999}", "over or no longer there")]
    [InlineData("{\"capability\":\"Equipment/Desk\",\"verb\":\"close\",\"number\":1}", null)]
    [InlineData("{\"capability\":\"Equipment/Desk\",\"verb\":\"close\",\"number\":99999,\"reason\":\"x\"}", null)]
    [InlineData("{\"capability\":\"Equipment/Desk\",\"verb\":\"burn\",\"number\":1}", null)]
    [InlineData("{\"capability\":\"Equipment/Desk\",\"verb\":\"out\",\"number\":\"all\"}", null)]
    public async Task AForgedButtonDoesNothing(string tap, string? answer)
    {
        await using var talk = await NewAsync();

        var reply = await talk.SendAsync(new Microsoft.Bot.Schema.Activity("message") { Value = Newtonsoft.Json.Linq.JObject.Parse(tap), Locale = "en-US" });

        Assert.Contains(answer ?? GeneralAnswers.StaleButton().Text!, reply.Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal(0, await library.Bookings.CountAsync() + await library.Closures.CountAsync());
    }

    internal static async Task<Talk> NewAsync(Role role = Role.Librarian)
    {
        var talk = await Talk.WithAsync(role, LibraryProfile.LoadSample());
        await using var library = talk.Library();
        await SampleEquipment.AddAsync(library, default);
        library.Add(new Person { Key = "lee", DisplayName = "Ms. Lee", Role = Role.Teacher });
        await library.SaveChangesAsync();
        (await library.Resources.SingleAsync(resource => resource.Key == "makerspace")).NeedsApproval = true;
        await library.SaveChangesAsync();
        return talk;
    }

    /// <summary>Ms. Lee books for an hour of the day.</summary>
    internal static async Task BookAsync(Talk talk, string resource, int quantity, double hour)
    {
        await using var library = talk.Library();
        var person = await library.People.SingleAsync(each => each.Key == "lee");
        var id = (await library.Resources.SingleAsync(each => each.Key == resource)).Id;
        var start = new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.FromHours(-6)).AddHours(hour);
        Assert.IsType<BookingOutcome.Booked>(await talk.Get<BookingDesk>().BookAsync(new BookingRequest(person.Id, [new BookingItem(id, quantity)], start, start.AddHours(1)), default));
    }
}
