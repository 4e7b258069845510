using LibraryBot.Dialogs.Equipment;

namespace LibraryBot.Pages;

/// <summary>Bookings as calendar files at <c>/calendar/TOKEN.ics</c>, for whoever has the link.</summary>
internal static class CalendarFiles
{
    /// <summary>Adds the address.</summary>
    public static void MapCalendarFiles(this IEndpointRouteBuilder app) => app.MapGet(CalendarLinks.Path + "{token}.ics", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, string token, BookingCalendar calendar)
    {
        LinkedDocument.Prepare(http);
        if (await calendar.FileAsync(token, http.RequestAborted) is not { } file)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentDisposition = "attachment; filename=\"booking.ics\"";
        return Results.Text(file, "text/calendar", System.Text.Encoding.UTF8);
    }
}
