// The page's own script: waits for the chat's script, gets a token, and shows the conversation.
(() => {
  'use strict';

  const words = JSON.parse(document.getElementById('words').textContent);
  const chat = document.getElementById('chat');
  const starters = document.getElementById('starters');
  const speaker = document.getElementById('as');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const directLineAddress = new URL('/v3/directline', location.href).href;
  let store;
  let connection;

  const say = text => {
    const notice = document.createElement('p');
    notice.className = 'notice';
    notice.setAttribute('role', 'status');
    notice.textContent = text;
    chat.replaceChildren(notice);
  };

  const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

  async function fetchScript() {
    for (;;) {
      const { script } = await (await fetch('/webchat/status')).json();
      if (script === 'Ready') { break; }
      if (script !== 'Fetching') { throw new Error(script === 'NoNpm' ? words.noNpm : words.failed); }
      await pause(500);
    }

    await new Promise((loaded, failed) => {
      const element = document.createElement('script');
      element.src = '/webchat/webchat.js';
      element.onload = loaded;
      element.onerror = () => failed(new Error(words.failed));
      document.head.append(element);
    });
  }

  // Outside Development the school's portal opens the page with a token behind the #, where no server and no log sees it.
  async function token() {
    const given = new URLSearchParams(location.hash.slice(1)).get('token');
    if (given) { return given; }
    if (!speaker) { throw new Error(words.noToken); }
    const id = speaker.value === 'visitor' ? `visitor-${crypto.randomUUID?.() ?? Math.random().toString(36).slice(2)}` : speaker.value;
    const answer = await fetch('/v3/directline/tokens/generate', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: { id }, locale: words.language })
    });
    if (!answer.ok) { throw new Error(words.noToken); }
    return (await answer.json()).token;
  }

  const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function styles() {
    const ground = color('--ground'), ink = color('--ink'), quiet = color('--quiet'), accent = color('--accent'), soft = color('--soft'), line = color('--line');
    return {
      accent,
      backgroundColor: ground,
      subtle: quiet,
      primaryFont: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
      rootHeight: '100%',
      rootWidth: '100%',
      bubbleBackground: soft,
      bubbleBorderColor: line,
      bubbleBorderRadius: 10,
      bubbleTextColor: ink,
      bubbleMaxWidth: 560,
      bubbleMinWidth: 120,
      bubbleFromUserBackground: accent,
      bubbleFromUserBorderColor: accent,
      bubbleFromUserBorderRadius: 10,
      bubbleFromUserTextColor: color('--on-accent'),
      hideUploadButton: true,
      disableFileUpload: true,
      sendBoxBackground: ground,
      sendBoxTextColor: ink,
      sendBoxPlaceholderColor: quiet,
      sendBoxBorderTop: `1px solid ${line}`,
      sendBoxButtonColor: accent,
      sendBoxButtonColorOnFocus: accent,
      sendBoxButtonColorOnHover: accent,
      sendBoxButtonShadeColorOnHover: soft,
      timestampColor: quiet,
      suggestedActionBackgroundColor: ground,
      suggestedActionBorderColor: accent,
      suggestedActionTextColor: accent,
      suggestedActionBorderRadius: 20,
      suggestedActionLayout: 'flow',
      transcriptTerminatorColor: quiet,
      scrollToEndButtonBehavior: 'unread',
      cardEmphasisBackgroundColor: soft,
      // A card of five titles is longer than a screen: its beginning is shown, not its end.
      autoScrollSnapOnPage: true
    };
  }

  function cardStyles() {
    const ink = color('--ink'), quiet = color('--quiet'), accent = color('--accent'), ground = color('--ground'), soft = color('--soft');
    const good = dark.matches ? '#8fd694' : '#1a6b2d', attention = dark.matches ? '#ff9e9e' : '#a4262c', warning = dark.matches ? '#f5cb6b' : '#7a5000';
    const shades = (text, faint) => ({ default: text, subtle: faint });
    const foreground = {
      default: shades(ink, quiet), dark: shades(ink, quiet), light: shades(ground, ground), accent: shades(accent, accent),
      good: shades(good, good), attention: shades(attention, attention), warning: shades(warning, warning)
    };
    return {
      supportsInteractivity: true,
      fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
      separator: { lineThickness: 1, lineColor: color('--line') },
      containerStyles: {
        default: { backgroundColor: soft, foregroundColors: foreground },
        emphasis: { backgroundColor: ground, foregroundColors: foreground }
      },
      actions: { maxActions: 10, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left', allowTitleToWrap: true, showCard: { actionMode: 'inline' } }
    };
  }

  let drawn = 0;
  async function open() {
    const turn = ++drawn;
    say(words.gettingReady);
    const allowed = await token();
    if (turn !== drawn) { return; }
    connection?.end();
    const directLine = connection = window.WebChat.createDirectLine({ token: allowed, domain: directLineAddress, webSocket: true });
    store = window.WebChat.createStore();
    // Every conversation gets a place of its own: the chat would else draw into what it drew before, which is no longer on the page.
    const place = document.createElement('div');
    place.className = 'place';
    const draw = () => window.WebChat.renderWebChat({
      directLine,
      store,
      locale: words.language === 'es' ? 'es-ES' : 'en-US',
      styleOptions: styles(),
      adaptiveCardsHostConfig: cardStyles(),
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: words.placeholder }
    }, place);
    chat.replaceChildren(place);
    draw();
    dark.onchange = draw;
    document.documentElement.dataset.ready = 'true';
  }

  const attempt = () => open().catch(error => say(error.message));

  starters.addEventListener('click', event => {
    if (event.target instanceof HTMLButtonElement && store) {
      store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: event.target.textContent } });
    }
  });
  speaker?.addEventListener('change', attempt);

  fetchScript().then(attempt, error => say(error.message));
})();
