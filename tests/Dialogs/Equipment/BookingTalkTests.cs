using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Dialogs.Equipment;

/// <summary>Booking in the sample school; it is Tuesday, March 3, 2026, ten in the morning.</summary>
public sealed class BookingTalkTests
{
    [Fact]
    public async Task OneSentenceAndOneTapBookSeveralThings()
    {
        await using var talk = await EquipmentTalk.NewAsync();

        var shown = await talk.SayAsync("15 chromebooks tomorrow 3rd period and the makerspace");

        Assert.Contains("15 Chromebooks and Makerspace", shown.All, StringComparison.Ordinal);
        Assert.Contains("Wednesday, March 4, period 3 (10:05", shown.All, StringComparison.Ordinal);
        Assert.Contains("Sam Lee", shown.All, StringComparison.Ordinal);

        Assert.Contains("Done, it is booked.", (await talk.PressAsync(shown, "Book it")).Text, StringComparison.Ordinal);
        Assert.Contains("booked already", (await talk.PressAsync(shown, "Book it")).Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal(2, (await library.Bookings.Include(booking => booking.Lines).SingleAsync()).Lines.Count);
    }

    [Fact]
    public async Task OneSentenceAndOneTapBookInSpanish()
    {
        await using var talk = await EquipmentTalk.NewAsync();

        var shown = await talk.SayAsync("necesito 15 chromebooks mañana a la tercera hora y el taller creativo", "es");

        Assert.Contains("15 Chromebooks y Taller creativo", shown.All, StringComparison.Ordinal);
        Assert.Contains("miércoles 4 de marzo, hora 3", shown.All, StringComparison.Ordinal);
        Assert.Contains("Listo", (await talk.PressAsync(shown, "Reservar")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsTakenHasAnAlternativeThatIsBookedWithATap()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.PressAsync(await talk.SayAsync("book cart a tomorrow 3rd period"), "Book it");

        var taken = await talk.SayAsync("book cart a tomorrow 3rd period");

        Assert.Contains("Chromebook Cart A: taken", taken.All, StringComparison.Ordinal);
        Assert.InRange(taken.Buttons.Count, 2, 4);
        Assert.Equal("Put me on the waiting list", taken.Buttons[^1]);
        Assert.Contains("Chromebook Cart B", taken.Buttons[0], StringComparison.Ordinal);
        Assert.Contains("Done, it is booked. Chromebook Cart B", (await talk.PressAsync(taken, taken.Buttons[0])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStudentIsToldWhoMayBookIt()
    {
        await using var talk = await EquipmentTalk.NewAsync(Role.Student);

        Assert.Contains("teachers and staff", (await talk.SayAsync("book 5 chromebooks tomorrow 3rd period")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the camera tomorrow 3rd period", "en-US", "Document camera")]
    [InlineData("can i get a camera tomorrow 3rd period please", "en-US", "Document camera")]
    [InlineData("reserva la cámara mañana tercera hora", "es-US", "Cámara de documentos")]
    [InlineData("book a spy camera tomorrow 3rd period", "en-US", "spy camera")]
    [InlineData("book the art room tomorrow 3rd period", "en-US", "I do not know")]
    public async Task TheOnlyThingOfItsKindIsKnownByTheLastWordOfItsName(string said, string language, string answer)
    {
        await using var talk = await EquipmentTalk.NewAsync();

        Assert.Contains(answer, (await talk.SayAsync(said, language)).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("book the library cat tomorrow 3rd period", "library cat")]
    [InlineData("book 0 ipads tomorrow 3rd period", "from one up")]
    [InlineData("book -3 ipads tomorrow 3rd period", "from one up")]
    [InlineData("book 1,000,000 ipads tomorrow 3rd period", "there are 20 iPads in all")]
    [InlineData("book 5 ipads yesterday 3rd period", "is over")]
    [InlineData("book 5 ipads on saturday at 10 am", "no school")]
    [InlineData("book 5 ipads tomorrow 14th period", "no “")]
    public async Task WhatCannotBeBookedGetsAClearAnswer(string text, string answer)
    {
        await using var talk = await EquipmentTalk.NewAsync();

        Assert.Contains(answer, (await talk.SayAsync(text)).All, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Empty(library.Bookings);
    }

    [Fact]
    public async Task WhatIsMissingIsAskedFor()
    {
        await using var talk = await EquipmentTalk.NewAsync();

        Assert.Contains("When?", (await talk.SayAsync("book the ipads")).Text, StringComparison.Ordinal);
        Assert.Contains("How many", (await talk.SayAsync("tomorrow 3rd period")).Text, StringComparison.Ordinal);
        Assert.Contains("12 iPads", (await talk.SayAsync("12")).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsFreeAndMineAndCancelledIsShown()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.PressAsync(await talk.SayAsync("20 ipads tomorrow 3rd period"), "Book it");

        Assert.Contains("iPads: 0 of 20 free", (await talk.SayAsync("what is free tomorrow 3rd period")).All, StringComparison.Ordinal);
        var mine = await talk.SayAsync("my bookings");
        Assert.Contains("20 iPads", mine.All, StringComparison.Ordinal);
        Assert.Contains("Cancelled: 20 iPads", (await talk.PressAsync(mine, "Cancel this booking")).Text, StringComparison.Ordinal);
        Assert.Contains("nothing booked", (await talk.SayAsync("my bookings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AForgedOrForeignButtonBooksNothing()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        var shown = await talk.SayAsync("5 ipads tomorrow 3rd period");
        talk.Speaker = talk.Speaker with { PersonId = talk.Speaker.PersonId + 1 };

        Assert.Contains("somebody else", (await talk.PressAsync(shown, "Book it")).Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Empty(library.Bookings);
    }
}
