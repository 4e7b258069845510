using System.Text;

namespace LibraryBot.WebChat;

/// <summary>The section <c>WebChat</c>.</summary>
internal sealed class WebChatSettings
{
    /// <summary>
    /// The secret that tokens are signed with (HS256): at least 32 bytes in UTF-8. Outside Development the page is off until it is set; in
    /// Development one is made up at each start.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>How long a conversation that nobody writes in is kept in memory. At least a minute; two hours by default.</summary>
    public TimeSpan ForgottenAfter { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How many conversations are kept in memory at once, each at most 128 KiB; the longest idle give way. At least one.</summary>
    public int MostConversations { get; set; } = 500;

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="InvalidOperationException">What is wrong with it.</exception>
    public static WebChatSettings Read(IConfiguration configuration)
    {
        var settings = configuration.GetSection("WebChat").Get<WebChatSettings>() ?? new WebChatSettings();
        if (settings.Secret is { Length: > 0 } secret && Encoding.UTF8.GetByteCount(secret) < 32)
        {
            throw new InvalidOperationException("WebChat:Secret is too short. HS256 wants at least 32 bytes (RFC 7518, 3.2).");
        }

        if (settings.ForgottenAfter < TimeSpan.FromMinutes(1) || settings.MostConversations < 1)
        {
            throw new InvalidOperationException("WebChat:ForgottenAfter is at least 00:01:00, and WebChat:MostConversations at least 1.");
        }

        return settings;
    }
}
