/** Tells a live change politely to people who listen to the page. */
export function announce(sentence: string): void {
  const place = document.getElementById('announcements');
  if (place) place.textContent = sentence;
}
