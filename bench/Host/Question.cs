using System.Text;
using System.Text.Json;

namespace LibraryBot.Bench.Host;

/// <summary>Messages to <c>/api/messages</c>.</summary>
internal static class Question
{
    /// <summary>Requests for a recommendation, as different people word them.</summary>
    public static IReadOnlyList<string> Recommendations { get; } =
    [
        "a funny graphic novel for a 4th grader",
        "something like Hatchet",
        "mystery books for 6th grade, not scary",
        "picture books about friendship in Spanish",
        "i need a book about space for second grade",
        "short adventure stories",
        "books about the ocean, nonfiction",
        "un libro de aventuras para quinto grado",
    ];

    /// <summary>People of the sample library: each conversation is somebody else's.</summary>
    public static IReadOnlyList<string> People { get; } =
    [
        "teacher", "student", "librarian", "staff", "volunteer", "family", "teacher-kindergarten", "teacher-bilingual",
        "teacher-science", "teacher-middle", "student-1", "student-2", "student-3", "student-5", "student-6", "student-8",
    ];

    /// <summary>One message as a body.</summary>
    /// <param name="from">Who asks.</param>
    /// <param name="text">What is asked.</param>
    /// <param name="conversation">In which conversation.</param>
    /// <param name="serviceUrl">Where the answer goes; null expects it in the response.</param>
    public static StringContent Body(string from, string text, string conversation, string? serviceUrl) => new(
        JsonSerializer.Serialize(new
        {
            type = "message",
            id = Guid.NewGuid().ToString("N"),
            channelId = "bench",
            serviceUrl = serviceUrl ?? "http://127.0.0.1:9/",
            deliveryMode = serviceUrl is null ? "expectReplies" : "normal",
            from = new { id = from },
            recipient = new { id = "bot" },
            conversation = new { id = conversation },
            text,
        }),
        Encoding.UTF8,
        "application/json");
}
