using LibraryBot.Data.Equipment;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Dialogs.Equipment;

/// <summary>Changing, extending and giving up bookings in words; it is Tuesday, March 3, 2026, ten in the morning.</summary>
public sealed class ChangingTalkTests
{
    [Theory]
    [InlineData("make it 20", "20 Chromebooks", "Wednesday, March 4, period 3 (10:05")]
    [InlineData("actually 20 please", "20 Chromebooks", "Wednesday, March 4, period 3 (10:05")]
    [InlineData("20 instead of 15", "20 Chromebooks", "Wednesday, March 4, period 3 (10:05")]
    [InlineData("5 more", "20 Chromebooks", "Wednesday, March 4, period 3 (10:05")]
    [InlineData("add 5 chromebooks", "20 Chromebooks", "Wednesday, March 4, period 3 (10:05")]
    [InlineData("move it to Thursday", "15 Chromebooks", "Thursday, March 5, period 3 (10:05")]
    [InlineData("thursday", "15 Chromebooks", "Thursday, March 5, period 3 (10:05")]
    [InlineData("can you move that to period 5", "15 Chromebooks", "Wednesday, March 4, period 5")]
    [InlineData("move it from wednesday to friday", "15 Chromebooks", "Friday, March 6, period 3 (10:05")]
    [InlineData("change it to friday from 10 to 11", "15 Chromebooks", "Friday, March 6, 10:00")]
    [InlineData("make it 1 pm", "15 Chromebooks", "Wednesday, March 4, 1:00")]
    [InlineData("extend it to period 4", "15 Chromebooks", "Wednesday, March 4, period 3 to period 4 (10:05")]
    [InlineData("extend it by 30 minutes", "15 Chromebooks", "10:05 AM to 11:25 AM")]
    [InlineData("keep it until 1 pm", "15 Chromebooks", "10:05 AM to 1:00 PM")]
    [InlineData("how about friday?", "15 Chromebooks", "Friday, March 6, period 3 (10:05")]
    [InlineData("what about period 6?", "15 Chromebooks", "Wednesday, March 4, period 6")]
    [InlineData("one more period", "15 Chromebooks", "period 3 to period 4 (10:05")]
    [InlineData("make it 20 and move it to thursday period 2", "20 Chromebooks", "Thursday, March 5, period 2")]
    [InlineData("make it ipads", "15 iPads", "Wednesday, March 4, period 3 (10:05")]
    [InlineData("and the makerspace too", "15 Chromebooks and Makerspace", "Wednesday, March 4, period 3 (10:05")]
    public async Task WhatWasBookedIsChangedInWordsAndATap(string text, string what, string when)
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.PressAsync(await talk.SayAsync("15 chromebooks tomorrow 3rd period"), "Book it");

        var shown = await talk.SayAsync(text);

        Assert.Contains("Shall I change your booking to this?", shown.All, StringComparison.Ordinal);
        Assert.Contains($"\n{what}\n", shown.All, StringComparison.Ordinal);
        Assert.Contains(when, shown.All.Replace('\u202f', ' ').Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Done, it is changed.", (await talk.PressAsync(shown, "Change it")).Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Single(await library.Bookings.Where(booking => booking.Status == BookingStatus.Booked).ToListAsync());
    }

    [Theory]
    [InlineData("que sean 20", "20 Chromebooks", "miércoles 4 de marzo, hora 3")]
    [InlineData("mejor 20", "20 Chromebooks", "miércoles 4 de marzo, hora 3")]
    [InlineData("5 más", "20 Chromebooks", "miércoles 4 de marzo, hora 3")]
    [InlineData("pásala al jueves", "15 Chromebooks", "jueves 5 de marzo, hora 3")]
    [InlineData("muévela a la quinta hora", "15 Chromebooks", "miércoles 4 de marzo, hora 5")]
    [InlineData("extiéndela hasta la cuarta hora", "15 Chromebooks", "miércoles 4 de marzo, hora 3 a hora 4")]
    [InlineData("alárgala 30 minutos", "15 Chromebooks", "11:25")]
    [InlineData("y también el taller creativo", "15 Chromebooks y Taller creativo", "miércoles 4 de marzo, hora 3")]
    public async Task WhatWasBookedIsChangedInSpanish(string text, string what, string when)
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.PressAsync(await talk.SayAsync("15 chromebooks mañana a la tercera hora", "es"), "Reservar");

        var shown = await talk.SayAsync(text, "es");

        Assert.Contains("¿Cambio tu reserva a esto?", shown.All, StringComparison.Ordinal);
        Assert.Contains($"\n{what}\n", shown.All, StringComparison.Ordinal);
        Assert.Contains(when, shown.All, StringComparison.Ordinal);
        Assert.Contains("Listo, está cambiado.", (await talk.PressAsync(shown, "Cambiarla")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCardOfTheBookingAsItWasSaysThatItIsOutOfDate()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.PressAsync(await talk.SayAsync("15 chromebooks tomorrow 3rd period"), "Book it");
        var booked = talk.Adapter.Updates[^1].Id;

        await talk.PressAsync(await talk.SayAsync("make it 20"), "Change it");

        Assert.Equal([booked], talk.Adapter.Updates.Skip(2).Select(update => update.Id));
    }

    [Fact]
    public async Task WhatIsNotBookedYetIsChangedBeforeItIs()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.SayAsync("15 chromebooks tomorrow 3rd period");

        await talk.SayAsync("make it 20");
        var shown = await talk.SayAsync("on friday");

        Assert.Contains("20 Chromebooks", shown.All, StringComparison.Ordinal);
        Assert.Contains("Done, it is booked. 20 Chromebooks: Friday", (await talk.SayAsync("yes")).Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Single(library.Bookings);
    }

    [Theory]
    [InlineData("no thanks")]
    [InlineData("cancel")]
    [InlineData("never mind")]
    public async Task WhoSaysNoHasBookedNothing(string text)
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.SayAsync("15 chromebooks tomorrow 3rd period");

        Assert.Contains("booked nothing", (await talk.SayAsync(text)).Text, StringComparison.Ordinal);
        await talk.SayAsync("yes");
        await using var library = talk.Library();
        Assert.Empty(library.Bookings);
    }

    [Theory]
    [InlineData("cancel it")]
    [InlineData("cancel")]
    [InlineData("I don't need it anymore, cancel that please")]
    [InlineData("cancela eso")]
    public async Task WhatWasJustBookedIsGivenUpWithATap(string text)
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.PressAsync(await talk.SayAsync("2 microphones friday 2nd period"), "Book it");
        await talk.PressAsync(await talk.SayAsync("15 chromebooks tomorrow 3rd period"), "Book it");

        var shown = await talk.SayAsync(text);

        Assert.Contains("15 Chromebooks", shown.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Microphones", shown.All, StringComparison.Ordinal);
        Assert.Contains("15 Chromebooks", (await talk.PressAsync(shown, Assert.Single(shown.Buttons))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABookingIsFoundByWhatItIsAndWhenItIs()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.PressAsync(await talk.SayAsync("10 ipads friday 2nd period"), "Book it");
        await talk.PressAsync(await talk.SayAsync("10 ipads thursday 2nd period"), "Book it");
        await talk.PressAsync(await talk.SayAsync("the makerspace thursday 2nd period"), "Book it");
        await talk.SayAsync("start over");

        var moved = await talk.SayAsync("move my friday ipads to monday");
        Assert.Contains("10 iPads", moved.All, StringComparison.Ordinal);
        Assert.Contains("Monday, March 9, period 2", moved.All, StringComparison.Ordinal);

        await talk.SayAsync("start over");
        var which = await talk.SayAsync("change my ipads booking to 12");
        Assert.Equal(2, which.Buttons.Count);
        Assert.Contains("12 iPads", (await talk.PressAsync(which, which.Buttons[0])).All, StringComparison.Ordinal);

        await talk.SayAsync("start over");
        var cancel = await talk.SayAsync("cancel the ipads on friday");
        Assert.Single(cancel.Buttons);
        Assert.Contains("Friday", cancel.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "cancel the ipads on friday", "yes", "Cancelled: 10 iPads")]
    [InlineData("en-US", "cancel the ipads on friday", "cancel it", "Cancelled: 10 iPads")]
    [InlineData("en-US", "cancel the ipads on friday", "no", "I cancelled nothing")]
    [InlineData("en-US", "cancel the ipads on friday", "never mind", "I cancelled nothing")]
    [InlineData("en-US", "cancel the ipads on friday", "cancel the makerspace", "Makerspace")]
    [InlineData("en-US", "cancel all my bookings", "yes please", "Done, 2 bookings are cancelled.")]
    [InlineData("es-US", "cancela los ipads del viernes", "sí", "10 iPads")]
    [InlineData("en-US", "cancel the ipads on the 6th", "yes", "Cancelled: 10 iPads")]
    public async Task WhatIsClearIsGivenUpWithAWord(string language, string asked, string said, string answer)
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.PressAsync(await talk.SayAsync("10 ipads friday 2nd period"), "Book it");
        await talk.PressAsync(await talk.SayAsync("the makerspace thursday 2nd period"), "Book it");

        await talk.SayAsync(asked, language);
        var reply = await talk.SayAsync(said, language);

        Assert.Contains(answer, reply.All, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal(
            said is "no" or "never mind" or "cancel the makerspace" ? 2 : asked.Contains("all", StringComparison.Ordinal) ? 0 : 1,
            await library.Bookings.CountAsync(booking => booking.Status != LibraryBot.Data.Equipment.BookingStatus.Cancelled));
    }

    [Fact]
    public async Task AllAreGivenUpOnlyTogetherWithWhatTheCardLists()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.PressAsync(await talk.SayAsync("10 ipads friday 2nd period"), "Book it");
        await talk.PressAsync(await talk.SayAsync("the makerspace thursday 2nd period"), "Book it");

        var shown = await talk.SayAsync("cancel all of them");
        await talk.PressAsync(await talk.SayAsync("2 microphones friday 3rd period"), "Book it");

        Assert.Contains("Done, 2 bookings are cancelled.", (await talk.PressAsync(shown, "Cancel all 2")).Text, StringComparison.Ordinal);
        Assert.Contains("cancelled", (await talk.PressAsync(shown, "Cancel all 2")).Text, StringComparison.Ordinal);
        Assert.Contains("2 Microphones", (await talk.SayAsync("my bookings")).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("book cart a every monday period 2 until winter break", "en", "Book it", "Cancel all")]
    [InlineData("reserva el carrito a cada lunes a la segunda hora hasta junio", "es", "Reservar", "Cancelar las")]
    public async Task ASeriesIsBookedAndGivenUpTogether(string text, string language, string book, string cancel)
    {
        await using var talk = await EquipmentTalk.NewAsync();

        var shown = await talk.SayAsync(text, language);
        await talk.PressAsync(shown, book);

        await using var library = talk.Library();
        var booked = await library.Bookings.Where(booking => booking.Status == BookingStatus.Booked).OrderBy(booking => booking.Start).ToListAsync();
        Assert.InRange(booked.Count, 5, 60);
        Assert.All(booked, booking => Assert.Equal(DayOfWeek.Monday, booking.Start.DayOfWeek));
        Assert.NotNull(booked[0].SeriesId);
        var rest = await talk.SayAsync(language == "es" ? "cancela el resto de la serie" : "cancel the rest of the series", language);
        await talk.PressAsync(rest, rest.Buttons.Single(button => button.StartsWith(cancel, StringComparison.Ordinal)));
        Assert.Equal(0, await library.Bookings.CountAsync(booking => booking.Status == BookingStatus.Booked));
    }

    [Fact]
    public async Task WhatOfASeriesCannotBeBookedIsListedBeforeTheOthersAre()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.AsAnotherAsync(async () => await talk.PressAsync(await talk.SayAsync("cart a monday march 16 period 2"), "Book it"));

        var impossible = await talk.PressAsync(await talk.SayAsync("cart a every monday period 2 until march 24"), "Book it");

        Assert.Contains("Not booked: Monday, March 16, period 2", impossible.All, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal(1, await library.Bookings.CountAsync());
        var booked = await talk.PressAsync(impossible, Assert.Single(impossible.Buttons));
        Assert.Contains("booked 2 times", booked.Text, StringComparison.Ordinal);
        Assert.Equal(3, await library.Bookings.CountAsync());
    }

    [Fact]
    public async Task WhatIsTakenIsWaitedForAndLeft()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.AsAnotherAsync(async () => await talk.PressAsync(await talk.SayAsync("the makerspace tomorrow 3rd period"), "Book it"));

        var taken = await talk.SayAsync("the makerspace tomorrow 3rd period");
        var waits = await talk.PressAsync(taken, "Put me on the waiting list");

        Assert.Contains("number 1 in line for Makerspace", waits.Text, StringComparison.Ordinal);
        var mine = await talk.SayAsync("my bookings");
        Assert.Contains("Waiting for: Makerspace", mine.All, StringComparison.Ordinal);
        Assert.Contains("off the waiting list", (await talk.PressAsync(mine, "Leave the waiting list")).Text, StringComparison.Ordinal);
        Assert.Contains("not on that waiting list", (await talk.PressAsync(mine, "Leave the waiting list")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangeThatCannotBeHadHasAlternativesAndLeavesTheBookingAsItWas()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.AsAnotherAsync(async () => await talk.PressAsync(await talk.SayAsync("the makerspace tomorrow 4th period"), "Book it"));
        await talk.PressAsync(await talk.SayAsync("the makerspace tomorrow 3rd period"), "Book it");

        var taken = await talk.SayAsync("move it to period 4");

        Assert.Contains("Makerspace: taken", taken.All, StringComparison.Ordinal);
        Assert.All(taken.Buttons, button => Assert.StartsWith("Change to: ", button, StringComparison.Ordinal));
        Assert.Contains("Done, it is changed.", (await talk.PressAsync(taken, taken.Buttons[^1])).Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal(2, await library.Bookings.CountAsync());
    }

    [Fact]
    public async Task ANewRequestIsNoChange()
    {
        await using var talk = await EquipmentTalk.NewAsync();
        await talk.PressAsync(await talk.SayAsync("15 chromebooks tomorrow 3rd period"), "Book it");

        Assert.Contains("Shall I book this?", (await talk.SayAsync("book 5 ipads on friday period 2")).All, StringComparison.Ordinal);
        Assert.Contains("Hatchet", (await talk.SayAsync("actually, do you have Hatchet?")).All, StringComparison.Ordinal);
        Assert.Contains("What is free on Thursday", (await talk.SayAsync("what is free thursday period 2")).All, StringComparison.Ordinal);
    }
}
