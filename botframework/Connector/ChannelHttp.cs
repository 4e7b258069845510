using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>Calls to channels: JSON there, JSON back, <see cref="ErrorResponseException"/> for anything but success.</summary>
internal static class ChannelHttp
{
    /// <summary>No channel needs longer to take a message.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private static readonly MediaTypeHeaderValue Json = new("application/json", Encoding.UTF8.WebName);
    private static readonly MediaTypeWithQualityHeaderValue AcceptJson = new("application/json");
    private static readonly ProductInfoHeaderValue UserAgent = new("LibraryBot-BotFramework", "1.0");

    /// <summary>For those who have no <see cref="IHttpClientFactory"/>; follows changes of DNS.</summary>
    public static HttpClient Shared { get; } = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }) { Timeout = Timeout };

    public static HttpClient CreateFrom(IHttpClientFactory? factory)
    {
        if (factory?.CreateClient() is not { } client)
        {
            return Shared;
        }

        client.Timeout = Timeout;
        return client;
    }

    public static Task<HttpOperationResponse<T>> GetAsync<T>(Uri baseUri, HttpClient client, ServiceClientCredentials credentials, string path, Dictionary<string, List<string>>? headers, CancellationToken cancellationToken)
        => SendAsync<T>(HttpMethod.Get, baseUri, client, credentials, path, null, headers, cancellationToken);

    public static async Task<HttpOperationResponse<T>> SendAsync<T>(
        HttpMethod method,
        Uri baseUri,
        HttpClient client,
        ServiceClientCredentials credentials,
        string path,
        object? body,
        Dictionary<string, List<string>>? headers,
        CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(method, Join(baseUri, path));
        request.Headers.Accept.Add(AcceptJson);
        request.Headers.UserAgent.Add(UserAgent);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(SchemaJson.ToUtf8(body)) { Headers = { ContentType = Json } };
        }

        foreach (var (name, values) in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, values);
        }

        await credentials.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);
        var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? new HttpOperationResponse<T> { Request = request, Response = response, Body = Read<T>(text)! }
            : throw Failed(response, text);
    }

    private static Uri Join(Uri baseUri, string path)
    {
        var start = baseUri.AbsoluteUri;
        return new Uri(start.EndsWith('/') ? start + path : $"{start}/{path}");
    }

    /// <summary>Some channels answer a success with nothing or with words; that is a success all the same.</summary>
    private static T? Read<T>(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return default;
        }

        try
        {
            return SchemaJson.Read<T>(text);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static ErrorResponseException Failed(HttpResponseMessage response, string text) =>
        new($"Operation returned an invalid status code '{response.StatusCode}'")
        {
            Response = new HttpResponseMessageWrapper(response, text),
            Body = Read<ErrorResponse>(text),
        };
}
