using LibraryBot.Dialogs.Orientation;
using LibraryBot.Tests.Support;

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
    [InlineData("when do you close", null)]
    [InlineData("¿cuál es el horario?", null)]
    [InlineData("¿abren por la mañana?", null)]
    [InlineData("open 2/30?", null)]
    [InlineData("open 99/99/9999?", null)]
    public void TheDayIsFound(string question, string? day) =>
        Assert.Equal(day, DayAsked.In(question, s_tuesday, Some.Profile())?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
}
