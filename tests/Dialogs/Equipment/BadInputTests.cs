using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Dialogs.Equipment;

/// <summary>What cannot be booked gets a clear answer and books nothing; it is Tuesday, March 3, 2026, ten in the morning.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("book 5 ipads yesterday at 10", "is over")]
    [InlineData("book 5 ipads on february 2 2026 period 3", "is over")]
    [InlineData("book 5 ipads today at 8 am", "is over")]
    [InlineData("book 5 ipads on sunday at 10", "no school")]
    [InlineData("book 5 ipads on december 25 period 2", "no school")]
    [InlineData("book 5 ipads tomorrow at 25 o'clock", "no such time")]
    [InlineData("book 5 ipads tomorrow at 25:00", "no such time")]
    [InlineData("book 5 ipads feb 30 period 2", "no such time")]
    [InlineData("book 5 ipads on 2/30/2027 period 2", "no such time")]
    [InlineData("book 5 ipads tomorrow 99th period", "At what time")]
    [InlineData("book zero ipads tomorrow 3rd period", "from one up")]
    [InlineData("book -5 ipads tomorrow 3rd period", "from one up")]
    [InlineData("book 1000000 ipads tomorrow 3rd period", "there are 20 iPads in all")]
    [InlineData("book 99999999999999999999 ipads tomorrow 3rd period", "there are 20 iPads in all")]
    [InlineData("book 5 ipads tomorrow from 10:00 to 10:02", "at least 5 minutes")]
    [InlineData("book 5 ipads tomorrow at 10 for two minutes", "at least 5 minutes")]
    [InlineData("book 5 ipads tomorrow at 10 for two years", "too long")]
    [InlineData("book 5 ipads tomorrow at 3 am", "nobody is here")]
    [InlineData("book the library cat tomorrow 3rd period", "library cat")]
    [InlineData("book 3 unicorns and 5 ipads tomorrow 3rd period", "unicorns")]
    [InlineData("reserva 5 ipads ayer a las 10", "ya pasó", "es")]
    [InlineData("reserva 5 ipads el domingo a las 10", "no hay clases", "es")]
    [InlineData("reserva 5 ipads mañana a las 25", "¿A qué hora", "es")]
    [InlineData("reserva 5 ipads el 30 de febrero a la segunda hora", "No conozco la hora", "es")]
    [InlineData("reserva cero ipads mañana a la tercera hora", "a partir de uno", "es")]
    [InlineData("reserva -5 ipads mañana a la tercera hora", "a partir de uno", "es")]
    [InlineData("reserva 1000000 ipads mañana a la tercera hora", "en total hay 20 iPads", "es")]
    [InlineData("reserva 5 ipads mañana a las 10 por dos minutos", "al menos 5 minutos", "es")]
    [InlineData("reserva 5 ipads mañana a las 10 por dos años", "demasiado tiempo", "es")]
    [InlineData("reserva el gato de la biblioteca mañana a la tercera hora", "gato", "es")]
    public async Task ItIsSaidAndNothingIsBooked(string text, string answer, string language = "en")
    {
        await using var talk = await EquipmentTalk.NewAsync();

        var said = await talk.SayAsync(text, language);

        Assert.Contains(answer, said.All, StringComparison.OrdinalIgnoreCase);
        await talk.SayAsync(language == "es" ? "sí" : "yes", language);
        await using var library = talk.Library();
        Assert.Empty(library.Bookings);
    }

    [Theory]
    [InlineData("book 5 chromebooks tomorrow 3rd period", "teachers and staff")]
    [InlineData("book 5 chromebooks", "teachers and staff")]
    [InlineData("reserva 5 chromebooks mañana a la tercera hora", "maestros", "es")]
    [InlineData("book a microphone for Mrs. Diaz tomorrow 3rd period", "for somebody else")]
    public async Task AStudentIsToldWhatIsNotTheirs(string text, string answer, string language = "en")
    {
        await using var talk = await EquipmentTalk.NewAsync(Role.Student);

        Assert.Contains(answer, (await talk.SayAsync(text, language)).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStudentBooksWhatIsForStudents()
    {
        await using var talk = await EquipmentTalk.NewAsync(Role.Student);

        Assert.Contains("Done, it is booked.", (await talk.PressAsync(await talk.SayAsync("book a microphone for Mrs. Diaz's class tomorrow 3rd period"), "Book it")).Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal(talk.Speaker.PersonId, (await library.Bookings.SingleAsync()).PersonId);
    }

    [Fact]
    public async Task AVisitorIsToldWhomToAsk()
    {
        await using var talk = await EquipmentTalk.NewAsync(Role.Visitor);

        Assert.Contains("people I know from the school", (await talk.SayAsync("book 5 ipads tomorrow 3rd period")).Text, StringComparison.Ordinal);
        Assert.Contains("people I know from the school", (await talk.SayAsync("my bookings")).Text, StringComparison.Ordinal);
        Assert.Contains("people I know from the school", (await talk.SayAsync("cancel my booking")).Text, StringComparison.Ordinal);
        Assert.Contains("people I know from the school", (await talk.SayAsync("change my booking to 20")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheLastOneWentMeanwhileTheButtonSaysSoAndOffersAnother()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        var mine = await talk.SayAsync("the makerspace tomorrow 3rd period");
        await talk.AsAnotherAsync(async () => await talk.PressAsync(await talk.SayAsync("the makerspace tomorrow 3rd period"), "Book it"));

        var late = await talk.PressAsync(mine, "Book it");

        Assert.Contains("Makerspace: taken", late.All, StringComparison.Ordinal);
        Assert.NotEmpty(late.Buttons);
        await using var library = talk.Library();
        Assert.Single(library.Bookings);
    }

    [Fact]
    public async Task TheSameButtonPressedManyTimesAtOnceBooksOnce()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        var shown = await talk.SayAsync("5 ipads tomorrow 3rd period");

        for (var press = 0; press < 3; press++)
        {
            await talk.PressAsync(shown, "Book it");
        }

        await using var library = talk.Library();
        Assert.Single(library.Bookings);
    }

    // The clocks go forward at two in the morning of Sunday, March 8, 2026: a period of Monday is still at the hour of its bell.
    [Fact]
    public async Task AClockChangeInTheNightMovesNoPeriod()
    {
        await using var talk = await EquipmentTalk.NewAsync();

        var shown = await talk.SayAsync("the makerspace every monday period 3 until march 17");
        await talk.PressAsync(shown, "Book it");
        await talk.PressAsync(await talk.SayAsync("5 ipads friday march 6 period 3"), "Book it");
        var moved = await talk.SayAsync("move it to monday");

        Assert.Contains("Monday, March 9, period 3 (10:05", moved.All, StringComparison.Ordinal);
        await using var library = talk.Library();
        var starts = await library.Bookings.OrderBy(booking => booking.Start).Select(booking => booking.Start).ToListAsync();
        Assert.Equal([16, 15, 15], starts.Select(start => start.UtcDateTime.Hour));
    }

    [Theory]
    [InlineData("book the ipads for Mrs. Dias tomorrow 3rd period")]
    [InlineData("book 5 ipads for Mrs Diaz tomorrow 3rd period")]
    [InlineData("5 ipads tomorrow 3rd period for mrs. diazz")]
    [InlineData("5 ipads for Ana Diaz tomorrow 3rd period")]
    [InlineData("reserva 5 ipads para la Sra. Díaz mañana a la tercera hora", "es")]
    public async Task StaffBooksForSomebodyElseWithBothNamesOnIt(string text, string language = "en")
    {
        await using var talk = await EquipmentTalk.NewAsync();
        var diaz = new Person { Key = "diaz", DisplayName = "Mrs. Ana Diaz", Role = Role.Teacher };
        await using var library = talk.Library();
        library.People.AddRange(diaz, new Person { Key = "moreau", DisplayName = "Ms. Moreau", Role = Role.Teacher });
        await library.SaveChangesAsync();

        var shown = await talk.SayAsync(text, language);
        if (shown.Cards.Count == 0)
        {
            shown = await talk.SayAsync("5");
        }

        Assert.Contains(language == "es" ? "Mrs. Ana Diaz (reserva hecha por Sam Lee)" : "Mrs. Ana Diaz (booked by Sam Lee)", shown.All, StringComparison.Ordinal);
        await talk.PressAsync(shown, language == "es" ? "Reservar" : "Book it");
        var booking = await library.Bookings.SingleAsync();
        Assert.Equal((diaz.Id, talk.Speaker.PersonId!.Value), (booking.PersonId, booking.BookedById));
    }

    [Fact]
    public async Task WhoIsNotKnownIsAskedForAndWhoIsNotClearIsChosen()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await using var library = talk.Library();
        library.People.AddRange(
            new Person { Key = "diaz", DisplayName = "Mrs. Diaz", Role = Role.Teacher }, new Person { Key = "diaz-2", DisplayName = "Mr. Tom Diaz", Role = Role.Staff });
        await library.SaveChangesAsync();

        Assert.Contains("I do not find Mr. Zimmermann", (await talk.SayAsync("5 ipads for Mr. Zimmermann tomorrow 3rd period")).Text, StringComparison.Ordinal);
        var which = await talk.SayAsync("book 5 ipads for Mrs. Diaz tomorrow 3rd period");
        Assert.Equal(["Mrs. Diaz", "Mr. Tom Diaz"], which.Buttons);
        Assert.Contains("Mr. Tom Diaz (booked by Sam Lee)", (await talk.PressAsync(which, "Mr. Tom Diaz")).All, StringComparison.Ordinal);
        Assert.Contains("Sam Lee", (await talk.SayAsync("book 5 ipads for Science tomorrow 3rd period")).All, StringComparison.Ordinal);
    }
}
