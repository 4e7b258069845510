using LibraryBot.Dialogs.Orientation;
using LibraryBot.Tests.Support;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Orientation;

public sealed class DayAskedTests
{
    private static readonly DateOnly s_tuesday = new(2026, 3, 3);

    [Theory]
    [InlineData("are you open today?", "2026-03-03")]
    [InlineData("is the library open tomorrow", "2026-03-04")]
    [InlineData("open day after tomorrow?", "2026-03-05")]
    [InlineData("is the library open Friday?", "2026-03-06")]
    [InlineData("what time do you open on mondays", "2026-03-09")]
    [InlineData("are you open on tuesday", "2026-03-03")]
    [InlineData("open this weekend?", "2026-03-07")]
    [InlineData("are you open on March 5th", "2026-03-05")]
    [InlineData("are you open on 3/5", "2026-03-05")]
    [InlineData("open Jan 2?", "2027-01-02")]
    [InlineData("are you open on 12/24/2026?", "2026-12-24")]
    [InlineData("are you open over spring break?", "2026-03-23")]
    [InlineData("¿abren hoy?", "2026-03-03")]
    [InlineData("¿está abierta mañana?", "2026-03-04")]
    [InlineData("¿abren mañana por la mañana?", "2026-03-04")]
    [InlineData("¿a qué hora cierran el miércoles?", "2026-03-04")]
    [InlineData("¿abren el sábado?", "2026-03-07")]
    [InlineData("¿abren el 5 de marzo?", "2026-03-05")]
    [InlineData("¿abren en las vacaciones de primavera?", "2026-03-23")]
    [InlineData("are you open friday next week", "2026-03-13")]
    [InlineData("¿abren el lunes de la próxima semana?", "2026-03-09")]
    [InlineData("what are the hours next week", null)]
    [InlineData("when do you close", null)]
    [InlineData("¿cuál es el horario?", null)]
    [InlineData("¿abren por la mañana?", null)]
    [InlineData("open 2/30?", null)]
    [InlineData("open 99/99/9999?", null)]
    public void TheDayIsFound(string question, string? day) =>
        Assert.Equal(day, DayAsked.In(question, s_tuesday, Some.Profile())?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("what are the hours next week", "2026-03-09")]
    [InlineData("hours this week", "2026-03-02")]
    [InlineData("¿cuál es el horario de la semana que viene?", "2026-03-09")]
    [InlineData("¿abren esta semana?", "2026-03-02")]
    [InlineData("weekly story time", null)]
    public void TheWeekIsFound(string question, string? monday) =>
        Assert.Equal(monday, DayAsked.Week(question, s_tuesday)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task AWeekIsToldDayByDayWithItsClosedDays()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync("what is the schedule next week?");

        Assert.Contains("Monday, March 9: we are open", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("March 3", reply.Text, StringComparison.Ordinal);
    }
}
